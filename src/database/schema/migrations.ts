/**
 * The migrations of NetBox 4.7.3, as its own `migrate` records them in a new database: by application, those that are
 * in force, and those that one of them has since replaced (Django records both).
 */
const migrations: Record<string, { inForce: string; replaced?: string }> = {
  account: {
    inForce: '0001_initial',
  },
  auth: {
    inForce: `
      0001_initial 0002_alter_permission_name_max_length 0003_alter_user_email_max_length
      0004_alter_user_username_opts 0005_alter_user_last_login_null 0006_require_contenttypes_0002
      0007_alter_validators_add_error_messages 0008_alter_user_username_max_length
      0009_alter_user_last_name_max_length 0010_alter_group_name_max_length 0011_update_proxy_permissions
      0012_alter_user_first_name_max_length`,
  },
  circuits: {
    inForce: `
      0001_squashed 0002_squashed_0029 0003_squashed_0037 0038_squashed_0042 0043_circuittype_color
      0044_circuit_groups 0045_circuit_distance 0046_charfield_null_choices 0047_circuittermination__termination
      0048_circuitterminations_cached_relations 0049_natural_ordering 0050_virtual_circuits
      0051_virtualcircuit_group_assignment 0052_extend_circuit_abs_distance_upper_limit 0053_owner
      0054_cable_connector_positions 0055_add_comments_to_organizationalmodel 0056_gfk_indexes
      0057_default_ordering_indexes 0058_clear_stale_cable_profile_data 0059_nullify_empty_cable_end
      0060_denormalization_triggers`,
    replaced: `
      0001_initial 0002_auto_20160622_1821 0003_extend_tag_support 0003_provider_32bit_asn_support
      0004_circuit_add_tenant 0004_rename_cable_peer 0005_circuit_add_upstream_speed 0006_terminations
      0007_circuit_add_description 0008_circuittermination_interface_protect_on_delete 0009_unicode_literals
      0010_circuit_status 0011_tags 0012_change_logging 0013_cables 0014_circuittermination_description
      0015_custom_tag_models 0016_3569_circuit_fields 0017_circuittype_description 0018_standardize_description
      0019_nullbooleanfield_to_booleanfield 0020_custom_field_data 0021_cache_cable_peer 0022_cablepath
      0023_circuittermination_port_speed_optional 0024_standardize_name_length 0025_standardize_models
      0026_mark_connected 0027_providernetwork 0028_cache_circuit_terminations 0029_circuit_tracing
      0032_provider_service_id 0033_standardize_id_fields 0034_created_datetimefield 0035_provider_asns
      0036_circuit_termination_date_tags_custom_fields 0037_new_cabling_models 0038_cabling_cleanup
      0039_unique_constraints 0040_provider_remove_deprecated_fields 0041_standardize_description_comments
      0042_provideraccount`,
  },
  contenttypes: {
    inForce: '0001_initial 0002_remove_content_type_name',
  },
  core: {
    inForce: `
      0001_squashed_0005 0006_datasource_type_remove_choices 0007_job_add_error_field 0008_contenttype_proxy
      0009_configrevision 0010_gfk_indexes 0011_move_objectchange 0012_job_object_type_optional
      0013_job_data_encoder 0014_datasource_sync_interval 0015_remove_redundant_indexes 0016_job_log_entries
      0017_objectchange_message 0018_concrete_objecttype 0019_configrevision_active 0020_owner 0021_job_queue_name
      0022_default_ordering_indexes 0023_datasource_sync_permission 0024_job_notifications
      0025_add_job_execution_time 0026_populate_job_execution_time`,
    replaced: '0001_initial 0002_managedfile 0003_job 0004_replicate_jobresults 0005_job_created_auto_now',
  },
  dcim: {
    inForce: `
      0001_squashed 0002_squashed 0003_squashed_0130 0131_squashed_0159 0160_squashed_0166 0167_squashed_0182
      0183_devicetype_exclude_from_utilization 0184_protect_child_interfaces 0185_gfk_indexes
      0186_location_facility 0187_alter_device_vc_position 0188_racktype 0189_moduletype_rack_airflow
      0190_nested_modules 0191_module_bay_rebuild 0192_inventoryitem_status 0193_poweroutlet_color
      0194_charfield_null_choices 0195_interface_vlan_translation_policy 0196_qinq_svlan
      0197_natural_sort_collation 0198_natural_ordering 0199_macaddress 0200_populate_mac_addresses
      0201_add_power_outlet_status 0202_location_comments_region_comments_sitegroup_comments
      0203_add_rack_outer_height 0203_device_role_nested 0204_device_role_rebuild 0205_moduletypeprofile
      0206_load_module_type_profiles 0207_remove_redundant_indexes 0208_devicerole_uniqueness
      0209_device_component_denorm_site_location 0210_macaddress_ordering 0211_platform_manufacturer_uniqueness
      0212_interface_tx_power_negative 0213_platform_parent 0214_platform_rebuild 0215_rackreservation_status
      0216_latitude_longitude_validators 0217_poweroutlettemplate_color 0218_owner 0219_devicetype_device_count
      0220_cable_profile 0221_cable_connector_positions 0222_port_mappings 0223_frontport_positions
      0224_add_comments_to_organizationalmodel 0225_gfk_indexes 0226_add_mptt_tree_indexes
      0226_modulebay_rebuild_tree 0227_alter_interface_speed_bigint 0228_rack_group 0229_cable_bundle
      0230_devicebay_modulebay_enabled 0231_interface_rf_channel_frequency_precision 0232_default_ordering_indexes
      0233_device_render_config_permission 0234_cablepath_nodes_index 0235_cabletermination_circuit_site_cache
      0236_moduletype_component_counts 0237_module_remove_local_context_data 0238_alter_cable__abs_length
      0239_add_portmapping_objectchange 0240_clear_stale_cable_profile_data 0241_nullify_empty_cable_end
      0242_ltree_paths 0243_denormalization_triggers 0244_device__config_context_data
      0245_consolidate_unique_constraints 0246_add_devicetype_end_of_life 0247_modulebaytype
      0248_interfacetemplate_channels 0249_interface_channels 0250_cooling_infrastructure
      0251_fix_ltree_cascade_triggers`,
    replaced: `
      0001_initial 0002_auto_20160622_1821 0003_auto_20160628_1721 0004_auto_20160701_2049 0005_auto_20160706_1722
      0006_add_device_primary_ip4_ip6 0007_device_copy_primary_ip 0008_device_remove_primary_ip
      0009_site_32bit_asn_support 0010_devicebay_installed_device_set_null 0011_devicetype_part_number
      0012_site_rack_device_add_tenant 0013_add_interface_form_factors 0014_rack_add_type_width
      0015_rack_add_u_height_validator 0016_module_add_manufacturer 0017_rack_add_role 0018_device_add_asset_tag
      0019_new_iface_form_factors 0020_rack_desc_units 0021_add_ff_flexstack 0022_color_names_to_rgb
      0023_devicetype_comments 0024_site_add_contact_fields 0025_devicetype_add_interface_ordering
      0026_add_rack_reservations 0027_device_add_site 0028_device_copy_rack_to_site 0029_allow_rackless_devices
      0030_interface_add_lag 0031_regions 0032_device_increase_name_length 0033_rackreservation_rack_editable
      0034_rename_module_to_inventoryitem 0035_device_expand_status_choices 0036_add_ff_juniper_vcp
      0037_unicode_literals 0038_wireless_interfaces 0039_interface_add_enabled_mtu
      0040_inventoryitem_add_asset_tag_description 0041_napalm_integration 0042_interface_ff_10ge_cx4
      0043_device_component_name_lengths 0044_virtualization 0045_devicerole_vm_role
      0046_rack_lengthen_facility_id 0047_more_100ge_form_factors 0048_rack_serial
      0049_rackreservation_change_user 0050_interface_vlan_tagging 0051_rackreservation_tenant
      0052_virtual_chassis 0053_platform_manufacturer 0054_site_status_timezone_description
      0055_virtualchassis_ordering 0056_django2 0057_tags 0058_relax_rack_naming_constraints
      0059_site_latitude_longitude 0060_change_logging 0061_platform_napalm_args 0062_interface_mtu
      0063_device_local_context_data 0064_remove_platform_rpc_client 0065_front_rear_ports 0066_cables
      0067_device_type_remove_qualifiers 0068_rack_new_fields 0069_deprecate_nullablecharfield
      0070_custom_tag_models 0071_device_components_add_description 0072_powerfeeds
      0073_interface_form_factor_to_type 0074_increase_field_length_platform_name_slug 0075_cable_devices
      0076_console_port_types 0077_power_types 0078_3569_site_fields 0079_3569_rack_fields
      0080_3569_devicetype_fields 0081_3569_device_fields 0082_3569_interface_fields 0082_3569_port_fields
      0083_3569_cable_fields 0084_3569_powerfeed_fields 0085_3569_poweroutlet_fields 0086_device_name_nonunique
      0087_role_descriptions 0088_powerfeed_available_power 0089_deterministic_ordering
      0090_cable_termination_models 0091_interface_type_other 0092_fix_rack_outer_unit
      0093_device_component_ordering 0094_device_component_template_ordering 0095_primary_model_ordering
      0096_interface_ordering 0097_interfacetemplate_type_other 0098_devicetype_images
      0099_powerfeed_negative_voltage 0100_mptt_remove_indexes 0101_nested_rackgroups
      0102_nested_rackgroups_rebuild 0103_standardize_description 0104_correct_infiniband_types
      0105_interface_name_collation 0106_role_default_color 0107_component_labels 0108_add_tags
      0109_interface_remove_vm 0110_virtualchassis_name 0111_component_template_description
      0112_standardize_components 0113_nullbooleanfield_to_booleanfield 0114_update_jsonfield
      0115_rackreservation_order 0116_rearport_max_positions 0117_custom_field_data 0118_inventoryitem_mptt
      0119_inventoryitem_mptt_rebuild 0120_cache_cable_peer 0121_cablepath 0122_standardize_name_length
      0123_standardize_models 0124_mark_connected 0125_console_port_speed 0126_rename_rackgroup_location
      0127_device_location 0128_device_location_populate 0129_interface_parent 0130_sitegroup
      0131_consoleport_speed 0132_cable_length 0133_port_colors 0134_interface_wwn_bridge 0135_tenancy_extensions
      0136_device_airflow 0137_relax_uniqueness_constraints 0138_extend_tag_support 0139_rename_cable_peer
      0140_wireless 0141_asn_model 0142_rename_128gfc_qsfp28 0143_remove_primary_for_related_name
      0144_fix_cable_abs_length 0145_site_remove_deprecated_fields 0146_modules 0147_inventoryitemrole
      0148_inventoryitem_component 0149_inventoryitem_templates 0150_interface_vrf 0151_interface_speed_duplex
      0152_standardize_id_fields 0153_created_datetimefield 0154_half_height_rack_units
      0155_interface_poe_mode_type 0156_location_status 0157_new_cabling_models 0158_populate_cable_terminations
      0159_populate_cable_paths 0160_populate_cable_ends 0161_cabling_cleanup 0162_unique_constraints
      0163_weight_fields 0164_rack_mounting_depth 0165_standardize_description_comments 0166_virtualdevicecontext
      0167_module_status 0168_interface_template_enabled 0169_devicetype_default_platform 0170_configtemplate
      0171_cabletermination_change_logging 0172_larger_power_draw_values 0173_remove_napalm_fields
      0174_device_latitude_device_longitude 0174_rack_starting_unit 0175_device_oob_ip
      0176_device_component_counters 0177_devicetype_component_counters 0178_virtual_chassis_member_counter
      0179_interfacetemplate_rf_role 0180_powerfeed_tenant 0181_rename_device_role_device_role
      0182_zero_length_cable_fix`,
  },
  django_rq: {
    inForce: '0001_initial 0002_delete_queue_create_dashboard 0003_alter_dashboard_permission_names',
  },
  extras: {
    inForce: `
      0001_squashed 0002_squashed_0059 0060_squashed_0086 0087_squashed_0098 0099_cachedvalue_ordering
      0100_customfield_ui_attrs 0101_eventrule 0102_move_configrevision 0103_gfk_indexes
      0104_stagedchange_remove_change_logging 0105_customfield_min_max_values 0106_bookmark_user_cascade_deletion
      0107_cachedvalue_extras_cachedvalue_object 0108_convert_reports_to_scripts 0109_script_model
      0110_remove_eventrule_action_parameters 0111_rename_content_types 0112_tag_update_object_types
      0113_customfield_rename_object_type 0114_customfield_add_comments 0115_convert_dashboard_widgets
      0116_custom_link_button_color 0117_move_objectchange 0118_customfield_uniqueness 0119_notifications
      0120_eventrule_event_types 0121_customfield_related_object_filter 0122_charfield_null_choices
      0123_journalentry_kind_default 0124_remove_staging 0125_alter_tag_options_tag_weight
      0126_exporttemplate_file_name 0127_configtemplate_as_attachment_and_more 0128_tableconfig
      0129_fix_script_paths 0130_imageattachment_description 0131_concrete_objecttype 0132_configcontextprofile
      0133_make_cf_minmax_decimal 0134_owner 0135_configtemplate_debug 0136_customfield_validation_schema
      0137_default_ordering_indexes 0138_customfieldchoiceset_choice_colors
      0139_alter_customfieldchoiceset_extra_choices 0140_imageattachment_image_size 0141_custom_field_nulls_first
      0142_webhook_timeout 0143_event_rule_action_registry 0144_customfield_status`,
    replaced: `
      0001_initial 0002_custom_fields 0003_exporttemplate_add_description
      0004_topologymap_change_comma_to_semicolon 0005_useraction_add_bulk_create 0006_add_imageattachments
      0007_unicode_literals 0008_reports 0009_topologymap_type 0010_customfield_filter_logic 0011_django2
      0012_webhooks 0013_objectchange 0014_configcontexts 0015_remove_useraction 0016_exporttemplate_add_cable
      0017_exporttemplate_mime_type_length 0018_exporttemplate_add_jinja2 0019_tag_taggeditem 0020_tag_data
      0021_add_color_comments_changelog_to_tag 0022_custom_links 0023_fix_tag_sequences 0024_scripts
      0025_objectchange_time_index 0026_webhook_ca_file_path 0027_webhook_additional_headers
      0028_remove_topology_maps 0029_3569_customfield_fields 0030_3569_objectchange_fields
      0031_3569_exporttemplate_fields 0032_3569_webhook_fields 0033_graph_type_template_language
      0034_configcontext_tags 0035_deterministic_ordering 0036_contenttype_filters_to_q_objects
      0037_configcontexts_clusters 0038_webhook_template_support 0039_update_features_content_types
      0040_standardize_description 0041_tag_description 0042_customfield_manager 0043_report 0044_jobresult
      0045_configcontext_changelog 0046_update_jsonfield 0047_tag_ordering
      0048_exporttemplate_remove_template_language 0049_remove_graph 0050_customfield_changes
      0051_migrate_customfields 0052_customfield_cleanup 0053_rename_webhook_obj_type 0054_standardize_models
      0055_objectchange_data 0056_extend_configcontext 0057_customlink_rename_fields 0058_journalentry
      0059_exporttemplate_as_attachment 0060_customlink_button_class 0061_extras_change_logging
      0062_clear_secrets_changelog 0063_webhook_conditions 0064_configrevision 0065_imageattachment_change_logging
      0066_customfield_name_validation 0067_customfield_min_max_values 0068_configcontext_cluster_types
      0069_custom_object_field 0070_customlink_enabled 0071_standardize_id_fields 0072_created_datetimefield
      0073_journalentry_tags_custom_fields 0074_customfield_extensions 0075_configcontext_locations
      0076_tag_slug_unicode 0077_customlink_extend_text_and_url 0078_unique_constraints 0079_scheduled_jobs
      0080_customlink_content_types 0081_exporttemplate_content_types 0082_savedfilter 0083_search 0084_staging
      0085_synced_data 0086_configtemplate 0087_dashboard 0088_jobresult_webhooks 0089_customfield_is_cloneable
      0090_objectchange_index_request_id 0091_create_managedfiles 0092_delete_jobresult
      0093_configrevision_ordering 0094_tag_object_types 0095_bookmarks 0096_customfieldchoiceset
      0097_customfield_remove_choices 0098_webhook_custom_field_data_webhook_tags`,
  },
  ipam: {
    inForce: `
      0001_squashed 0002_squashed_0046 0047_squashed_0053 0054_squashed_0067 0068_move_l2vpn 0069_gfk_indexes
      0070_vlangroup_vlan_id_ranges 0071_prefix_scope 0072_prefix_cached_relations 0073_charfield_null_choices
      0074_vlantranslationpolicy_vlantranslationrule 0075_vlan_qinq 0076_natural_ordering 0077_vlangroup_tenant
      0078_iprange_mark_utilized 0079_add_service_fhrp_group_parent_gfk 0080_populate_service_parent
      0081_remove_service_device_virtual_machine_add_parent_gfk_index 0082_add_prefix_network_containment_indexes
      0083_vlangroup_populate_total_vlan_ids 0084_owner 0085_add_comments_to_organizationalmodel 0086_gfk_indexes
      0087_add_asn_role 0088_rename_vlangroup_total_vlan_ids 0089_default_ordering_indexes
      0090_vlangroup_recompute_total_vlan_ids 0091_alter_service_index_and_ordering 0092_iprange_host_indexes
      0093_alter_prefix__region_alter_prefix__site_group 0094_ipaddress_host_index 0095_denormalization_triggers
      0096_multi_protocol_services 0097_merge_ipaddress_host_index_and_multi_protocol_services`,
    replaced: `
      0001_initial 0002_vrf_add_enforce_unique 0003_ipam_add_vlangroups 0004_ipam_vlangroup_uniqueness
      0005_auto_20160725_1842 0006_vrf_vlan_add_tenant 0007_prefix_ipaddress_add_tenant 0008_prefix_change_order
      0009_ipaddress_add_status 0010_ipaddress_help_texts 0011_rir_add_is_private 0012_services
      0013_prefix_add_is_pool 0014_ipaddress_status_add_deprecated 0015_global_vlans 0016_unicode_literals
      0017_ipaddress_roles 0018_remove_service_uniqueness_constraint 0019_virtualization
      0020_ipaddress_add_role_carp 0021_vrf_ordering 0022_tags 0023_change_logging 0024_vrf_allow_null_rd
      0025_custom_tag_models 0026_prefix_ordering_vrf_nulls_first 0027_ipaddress_add_dns_name
      0028_3569_prefix_fields 0029_3569_ipaddress_fields 0030_3569_vlan_fields 0031_3569_service_fields
      0032_role_description 0033_deterministic_ordering 0034_fix_ipaddress_status_dhcp 0035_drop_ip_family
      0036_standardize_description 0037_ipaddress_assignment 0038_custom_field_data 0039_service_ports_array
      0040_service_drop_port 0041_routetarget 0042_standardize_name_length 0043_add_tenancy_to_aggregates
      0044_standardize_models 0045_vlangroup_scope 0046_set_vlangroup_scope_types 0047_prefix_depth_children
      0048_prefix_populate_depth_children 0049_prefix_mark_utilized 0050_iprange 0051_extend_tag_support
      0052_fhrpgroup 0053_asn_model 0054_vlangroup_min_max_vids 0055_servicetemplate 0056_standardize_id_fields
      0057_created_datetimefield 0058_ipaddress_nat_inside_nonunique 0059_l2vpn 0060_alter_l2vpn_slug
      0061_fhrpgroup_name 0062_unique_constraints 0063_standardize_description_comments 0064_clear_search_cache
      0065_asnrange 0066_iprange_mark_utilized 0067_ipaddress_index_host`,
  },
  sessions: {
    inForce: '0001_initial',
  },
  social_django: {
    inForce: `
      0001_initial 0002_add_related_name 0003_alter_email_max_length 0004_auto_20160423_0400
      0005_auto_20160727_2333 0006_partial 0007_code_timestamp 0008_partial_timestamp 0009_auto_20191118_0520
      0010_uid_db_index 0011_alter_id_fields 0012_usersocialauth_extra_data_new 0013_migrate_extra_data
      0014_remove_usersocialauth_extra_data 0015_rename_extra_data_new_usersocialauth_extra_data
      0016_alter_usersocialauth_extra_data 0017_usersocialauth_user_social_auth_uid_required`,
  },
  taggit: {
    inForce: `
      0001_initial 0002_auto_20150616_2121 0003_taggeditem_add_unique_index
      0004_alter_taggeditem_content_type_alter_taggeditem_tag 0005_auto_20220424_2025
      0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx`,
  },
  tenancy: {
    inForce: `
      0001_squashed_0012 0002_squashed_0011 0012_contactassignment_custom_fields 0013_gfk_indexes
      0014_contactassignment_ordering 0015_contactassignment_rename_content_type 0016_charfield_null_choices
      0017_natural_ordering 0018_contact_groups 0019_contactgroup_comments_tenantgroup_comments
      0020_remove_contactgroupmembership 0021_owner 0022_add_comments_to_organizationalmodel
      0023_add_mptt_tree_indexes 0024_default_ordering_indexes 0025_ltree_paths
      0026_consolidate_unique_constraints 0027_fix_ltree_cascade_triggers`,
    replaced: `
      0001_initial 0002_tenant_group_optional 0002_tenant_ordering 0003_contacts 0003_unicode_literals
      0004_extend_tag_support 0004_tags 0005_change_logging 0005_standardize_id_fields 0006_created_datetimefield
      0006_custom_tag_models 0007_contact_link 0007_nested_tenantgroups 0008_nested_tenantgroups_rebuild
      0008_unique_constraints 0009_standardize_description 0009_standardize_description_comments
      0010_custom_field_data 0010_tenant_relax_uniqueness 0011_contactassignment_tags 0011_standardize_name_length
      0012_standardize_models`,
  },
  thumbnail: {
    inForce: '0001_initial',
  },
  users: {
    inForce: `
      0001_squashed_0011 0002_squashed_0004 0005_alter_user_table 0006_custom_group_model
      0007_objectpermission_update_object_types 0008_flip_objectpermission_assignments 0009_update_group_perms
      0010_add_token_meta_ordering 0011_concrete_objecttype 0012_drop_django_admin_log_table
      0013_user_remove_is_staff 0014_users_token_v2 0015_owner 0016_default_ordering_indexes`,
    replaced: `
      0001_api_tokens 0002_standardize_id_fields 0002_unicode_literals 0003_token_allowed_ips_last_used
      0003_token_permissions 0004_netboxgroup_netboxuser 0004_standardize_description 0005_userconfig
      0006_create_userconfigs 0007_proxy_group_user 0008_objectpermission 0009_replicate_permissions
      0010_update_jsonfield 0011_standardize_models`,
  },
  virtualization: {
    inForce: `
      0001_squashed_0022 0023_squashed_0036 0037_protect_child_interfaces 0038_virtualdisk
      0039_virtualmachine_serial_number 0040_convert_disk_size 0041_charfield_null_choices
      0042_vminterface_vlan_translation_policy 0043_qinq_svlan 0044_cluster_scope 0045_clusters_cached_relations
      0046_alter_cluster__location_alter_cluster__region_and_more 0047_natural_ordering
      0048_populate_mac_addresses 0049_owner 0050_virtualmachine_start_on_boot
      0051_add_comments_to_organizationalmodel 0052_gfk_indexes 0053_virtualmachine_standalone_device_assignment
      0054_virtualmachinetype 0055_default_ordering_indexes 0056_virtualmachine_render_config_permission
      0057_alter_cluster__region_alter_cluster__site_group 0058_denormalization_triggers
      0059_virtualmachine__config_context_data 0060_consolidate_unique_constraints`,
    replaced: `
      0001_virtualization 0002_virtualmachine_add_status 0003_cluster_add_site 0004_virtualmachine_add_role
      0005_django2 0006_tags 0007_change_logging 0008_virtualmachine_local_context_data 0009_custom_tag_models
      0010_cluster_add_tenant 0011_3569_virtualmachine_fields 0012_vm_name_nonunique 0013_deterministic_ordering
      0014_standardize_description 0015_vminterface 0016_replicate_interfaces 0017_update_jsonfield
      0018_custom_field_data 0019_standardize_name_length 0020_standardize_models
      0021_virtualmachine_vcpus_decimal 0022_vminterface_parent 0023_virtualmachine_natural_ordering
      0024_cluster_relax_uniqueness 0025_extend_tag_support 0026_vminterface_bridge 0027_standardize_id_fields
      0028_vminterface_vrf 0029_created_datetimefield 0030_cluster_status 0031_virtualmachine_site_device
      0032_virtualmachine_update_sites 0033_unique_constraints 0034_standardize_description_comments
      0035_virtualmachine_interface_count 0036_virtualmachine_config_template`,
  },
  vpn: {
    inForce: `
      0001_initial 0002_move_l2vpn 0003_ipaddress_multiple_tunnel_terminations 0004_alter_ikepolicy_mode
      0005_rename_indexes 0006_charfield_null_choices 0007_natural_ordering 0008_add_l2vpn_status
      0009_remove_redundant_indexes 0010_owner 0011_add_comments_to_organizationalmodel
      0012_default_ordering_indexes 0013_consolidate_unique_constraints`,
  },
  wireless: {
    inForce: `
      0001_squashed_0008 0009_wirelesslink_distance 0010_charfield_null_choices
      0011_wirelesslan__location_wirelesslan__region_and_more 0012_alter_wirelesslan__location_and_more
      0013_natural_ordering 0014_wirelesslangroup_comments 0015_extend_wireless_link_abs_distance_upper_limit
      0016_owner 0017_gfk_indexes 0018_add_mptt_tree_indexes 0019_default_ordering_indexes
      0020_alter_wirelesslan__region_and_more 0021_ltree_paths 0022_denormalization_triggers
      0023_wirelesslangroup_drop_unique_constraint 0024_fix_ltree_cascade_triggers`,
    replaced: `
      0001_wireless 0002_standardize_id_fields 0003_created_datetimefield 0004_wireless_tenancy
      0005_wirelesslink_interface_types 0006_unique_constraints 0007_standardize_description_comments
      0008_wirelesslan_status`,
  },
};

const pairs = (kinds: ('inForce' | 'replaced')[]): [app: string, name: string][] =>
  Object.entries(migrations).flatMap(([app, lists]) =>
    kinds
      .flatMap((kind) => lists[kind]?.trim().split(/\s+/) ?? [])
      .sort()
      .map((name): [string, string] => [app, name]),
  );

/** Every row that a NetBox 4.7.3 writes into django_migrations of a new database. */
export const netboxMigrations: readonly [app: string, name: string][] = pairs(['inForce', 'replaced']);

/** What a database must have to be one of NetBox 4.7.3. */
export const requiredMigrations: readonly [app: string, name: string][] = pairs(['inForce']);
