package quietstories.metrics;

/**
 * Every name that leaves this program as a metric, a label or an attribute of a span. Those of the
 * OpenTelemetry semantic conventions stand first (generative AI, HTTP, services), with dots turned
 * into underscores and the unit at the end as Prometheus wants it; what they lack is ours and
 * begins with {@code quietstories}.
 */
public final class MeterNames {

  /** How long a model call took, from the call to its last token or its failure. */
  public static final String MODEL_CALL = "gen_ai_client_operation_duration_seconds";

  /** How many tokens a call sent and received. */
  public static final String TOKENS = "gen_ai_client_token_usage";

  /** From the sending of a request to the first piece of its answer. */
  public static final String FIRST_TOKEN = "gen_ai_server_time_to_first_token_seconds";

  /** The mean time between two tokens of one answer after the first. */
  public static final String PER_TOKEN = "gen_ai_server_time_per_output_token_seconds";

  /** How long an HTTP request took to the end of its answer. */
  public static final String HTTP = "http_server_request_duration_seconds";

  static final String OPERATION = "gen_ai_operation_name";
  static final String PROVIDER = "gen_ai_provider_name";
  static final String MODEL = "gen_ai_request_model";
  static final String TOKEN_TYPE = "gen_ai_token_type";
  static final String TOOL_NAME = "gen_ai_tool_name";
  static final String ERROR_TYPE = "error_type";
  static final String METHOD = "http_request_method";
  static final String ROUTE = "http_route";
  static final String STATUS = "http_response_status_code";

  /** How many prompt tokens came out of a server's cache. */
  static final String CACHED_TOKENS = "quietstories_model_cached_tokens";

  /** How long a model call waited for a free place before it was sent. */
  static final String MODEL_QUEUE = "quietstories_model_queue_seconds";

  static final String TURNS = "quietstories_turns";
  static final String TURN = "quietstories_turn_duration_seconds";
  static final String FIRST_TEXT = "quietstories_time_to_first_visible_text_seconds";
  static final String VERDICT = "quietstories_time_to_verdict_seconds";
  static final String OVERHEAD = "quietstories_turn_overhead_seconds";
  static final String STEP = "quietstories_turn_step_duration_seconds";
  static final String TOOL = "quietstories_tool_duration_seconds";
  static final String EXACT = "quietstories_operation_duration_exact_seconds";
  static final String STORIES = "quietstories_stories_generated";
  static final String SESSIONS = "quietstories_sessions_begun";
  static final String PLAYERS_BACK = "quietstories_players_back";
  static final String LOG_LINES_LOST = "quietstories_log_lines_dropped";
  static final String SPANS_LOST = "quietstories_spans_dropped";
  static final String HEAP = "quietstories_heap_used_bytes";
  static final String MODEL_READY = "quietstories_model_ready";
  static final String BUILD = "quietstories_build_info";

  static final String RESULT = "result";
  static final String STEP_NAME = "step";
  static final String KIND = "kind";
  static final String CATEGORY = "category";
  static final String QUANTILE = "quantile";
  static final String VERSION = "version";
  static final String PURPOSE = "purpose";

  /** The exemplar's label that names a trace. */
  static final String TRACE_ID = "trace_id";

  private MeterNames() {}
}
