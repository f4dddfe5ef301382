declare module '@fastify/swagger-ui/static/swagger-ui-bundle.js' {
  /** A request that the page is about to make. */
  interface PageRequest {
    readonly method?: string;
    /** It asks for the document itself. */
    readonly loadSpec?: boolean;
    readonly headers?: Readonly<Record<string, string>>;
  }

  interface SwaggerUI {
    (
      options: Readonly<Record<string, unknown>> & { requestInterceptor(request: PageRequest): Promise<PageRequest> },
    ): unknown;
    readonly presets: { readonly apis: unknown };
  }

  const swaggerUI: SwaggerUI;
  export default swaggerUI;
}
