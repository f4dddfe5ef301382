/** Differences from NetBox's document that stay, with the reason. */
export const leftOpen: readonly (readonly [difference: RegExp, reason: string])[] = [
  [
    /^GET \/api\/extras\/(notification-groups|notifications|subscriptions)\/ parameters: \S+ is too much$/,
    'These lists take their filters here; NetBox declares and ignores them.',
  ],
  [/parameter \S+: integer, not number$/, 'Django calls the type of a whole number a number.'],
  [/parameter execution_time\S*: string, not string duration$/, 'No format of that name is known to OpenAPI.'],
  [/parameter (cable|object_type_id)\S*: string, not integer$/, 'These filters are compared as one text.'],
  [/vlans\/ parameter (interface_id|vminterface_id): string, not integer$/, 'These filters are compared as one text.'],
  [/parameter choice_colors: string\[], not undefined\[]$/, 'NetBox leaves the type out.'],
  [/parameter related_ip: integer\[], not string\[]$/, 'The filter takes keys of addresses.'],
  [
    /^components: (BriefCable|BriefCircuitGroupAssignmentSerializer_|BriefL2VPNTermination|BriefVLANTranslationRule|CircuitCircuitTermination|NestedVirtualMachine|NestedWirelessLink)Request is missing$/,
    "Nothing refers to them in NetBox's document.",
  ],
  [
    /(Component|Installed|Reference)Module|BriefModule is missing|component BriefModuleRequest:/,
    'NetBox writes several brief forms of a module under one name, and the last one wins; here each has its own.',
  ],
  [
    /PrimaryIPAddress|^component BriefIPAddress(Request)?: (nat_inside|nat_outside|dns_name) /,
    'NetBox writes two brief forms of an address under one name; here each has its own.',
  ],
  [
    /MemberCircuitGroupAssignment|BriefCircuitGroupAssignmentSerializer_ is missing$/,
    "The name of a Python class shines through in NetBox's document.",
  ],
  [/AvailableASNRequest is too much$/, 'NetBox describes the request as if it were the answer.'],
  [/data_file is too much$|BriefDataFileRequest is too much$/, 'The field is taken, and NetBox leaves it out.'],
  [/allowed_ips is too much$/, 'The field is served and taken, and NetBox leaves it out.'],
  [/^component CustomFieldChoiceSet\.extra_choices: /, 'It is null where a set has no choices of its own.'],
  [/^component ASNRange: asn_count /, 'NetBox promises it and never serves it.'],
  [/DataSource(Request)?\.type: /, 'NetBox gives no type, and null among the choices, which it refuses.'],
  [/^component NestedInterface(Request)?(\.cable:|: cable )/, 'The cable of a related interface is told, never taken.'],
  [/^component WritableEventRuleRequest: action_type should be required$/, 'It has a default.'],
];
