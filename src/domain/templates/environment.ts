import nunjucks from 'nunjucks';

/** Compiles a template. Throws where its syntax is wrong. */
export function compileTemplate(code: string): nunjucks.Template {
  return new nunjucks.Template(code, new nunjucks.Environment(null, { autoescape: false }), 'template', true);
}
