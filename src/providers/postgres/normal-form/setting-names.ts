/** How the text of a setting's value is compared. Units are the server's base units. */
export type SettingType =
  | 'blocks'
  | 'boolean'
  | 'bytes'
  | 'enumeration'
  | 'kilobytes'
  | 'list'
  | 'milliseconds'
  | 'number'
  | 'seconds'
  | 'text';

/**
 * Settings of PostgreSQL 14 to 18 that a role may carry (pg_settings, contexts user, superuser, backend and superuser-backend; and `role`).
 * Only their values are ever shown: a custom `a.b` setting can hold anything.
 */
const NAMES: { readonly [type in SettingType]: string } = {
  blocks: `
    backend_flush_after effective_cache_size io_combine_limit min_parallel_index_scan_size
    min_parallel_table_scan_size temp_buffers`,
  boolean: `
    allow_in_place_tablespaces allow_system_table_mods array_nulls check_function_bodies debug_pretty_print
    debug_print_parse debug_print_plan debug_print_rewritten default_transaction_deferrable
    default_transaction_read_only enable_async_append enable_bitmapscan enable_distinct_reordering
    enable_gathermerge enable_group_by_reordering enable_hashagg enable_hashjoin enable_incremental_sort
    enable_indexonlyscan enable_indexscan enable_material enable_memoize enable_mergejoin enable_nestloop
    enable_parallel_append enable_parallel_hash enable_partition_pruning enable_partitionwise_aggregate
    enable_partitionwise_join enable_presorted_aggregate enable_self_join_elimination enable_seqscan
    enable_sort enable_tidscan escape_string_warning event_triggers exit_on_error geqo
    ignore_checksum_failure ignore_system_indexes jit jit_debugging_support jit_dump_bitcode jit_expressions
    jit_profiling_support jit_tuple_deforming lo_compat_privileges log_disconnections log_duration
    log_executor_stats log_lock_failures log_lock_waits log_parser_stats log_planner_stats
    log_replication_commands log_statement_stats md5_password_warnings parallel_leader_participation
    quote_all_identifiers row_security standard_conforming_strings synchronize_seqscans trace_notify
    trace_sort track_activities track_cost_delay_timing track_counts track_io_timing track_wal_io_timing
    transaction_deferrable transaction_read_only transform_null_equals update_process_title vacuum_truncate
    wal_init_zero wal_recycle zero_damaged_pages`,
  bytes: `
    log_parameter_max_length log_parameter_max_length_on_error`,
  enumeration: `
    backslash_quote bytea_output client_min_messages compute_query_id constraint_exclusion
    debug_logical_replication_streaming debug_parallel_query default_toast_compression
    default_transaction_isolation file_copy_method force_parallel_mode icu_validation_level intervalstyle
    log_error_verbosity log_min_error_statement log_min_messages log_statement password_encryption
    plan_cache_mode session_replication_role stats_fetch_consistency synchronous_commit track_functions
    transaction_isolation wal_compression xmlbinary xmloption`,
  kilobytes: `
    gin_pending_list_limit log_temp_files logical_decoding_work_mem maintenance_work_mem max_stack_depth
    temp_file_limit vacuum_buffer_usage_limit wal_skip_threshold work_mem`,
  list: `
    local_preload_libraries search_path session_preload_libraries temp_tablespaces`,
  milliseconds: `
    client_connection_check_interval deadlock_timeout idle_in_transaction_session_timeout
    idle_session_timeout lock_timeout log_min_duration_sample log_min_duration_statement statement_timeout
    tcp_user_timeout transaction_timeout vacuum_cost_delay wal_sender_timeout`,
  number: `
    commit_delay commit_siblings cpu_index_tuple_cost cpu_operator_cost cpu_tuple_cost cursor_tuple_fraction
    debug_discard_caches default_statistics_target effective_io_concurrency extra_float_digits
    from_collapse_limit geqo_effort geqo_generations geqo_pool_size geqo_seed geqo_selection_bias
    geqo_threshold gin_fuzzy_search_limit hash_mem_multiplier jit_above_cost jit_inline_above_cost
    jit_optimize_above_cost join_collapse_limit log_statement_sample_rate log_transaction_sample_rate
    maintenance_io_concurrency max_parallel_maintenance_workers max_parallel_workers
    max_parallel_workers_per_gather parallel_setup_cost parallel_tuple_cost random_page_cost
    recursive_worktable_factor scram_iterations seq_page_cost tcp_keepalives_count vacuum_cost_limit
    vacuum_cost_page_dirty vacuum_cost_page_hit vacuum_cost_page_miss vacuum_failsafe_age
    vacuum_freeze_min_age vacuum_freeze_table_age vacuum_max_eager_freeze_failure_rate
    vacuum_multixact_failsafe_age vacuum_multixact_freeze_min_age vacuum_multixact_freeze_table_age`,
  seconds: `
    post_auth_delay tcp_keepalives_idle tcp_keepalives_interval`,
  text: `
    application_name backtrace_functions client_encoding createrole_self_grant datestyle
    default_table_access_method default_tablespace default_text_search_config dynamic_library_path
    extension_control_path lc_messages lc_monetary lc_numeric lc_time log_connections output_plugin_libraries
    restrict_nonsystem_relation_kind role timezone timezone_abbreviations wal_consistency_checking`,
};

const TYPES: ReadonlyMap<string, SettingType> = new Map(
  Object.entries(NAMES).flatMap(([type, names]) =>
    names
      .split(/\s+/u)
      .flatMap((name): [string, SettingType][] => (name !== '' && isSettingType(type) ? [[name, type]] : [])),
  ),
);

/** The type of a setting, by its name in lower case; null for one whose values are never shown. */
export function settingType(name: string): SettingType | null {
  return TYPES.get(name) ?? null;
}

function isSettingType(text: string): text is SettingType {
  return Object.hasOwn(NAMES, text);
}
