package quietstories.web;

import java.util.List;
import java.util.Optional;
import quietstories.engine.Enrichment;
import quietstories.engine.Memories;
import quietstories.engine.Sessions;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.EnrichmentTask;
import quietstories.story.Session;
import quietstories.story.TaskId;
import quietstories.story.TaskStatus;

/** Shows what is still to be worked out about relationships, and has it worked out now. */
final class EnrichmentRoutes {

  private static final String ONE = "/sessions/{session_id}/enrichment";

  private final Sessions sessions;
  private final Memories memories;
  private final Enrichment enrichment;

  /** Creates the routes. */
  EnrichmentRoutes(Sessions sessions, Memories memories, Enrichment enrichment) {
    this.sessions = sessions;
    this.memories = memories;
    this.enrichment = enrichment;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.get(ONE + "/queue", this::queue), Route.post(ONE + "/process", this::process));
  }

  private Session session(Call call) {
    return sessions.load(SessionRoutes.id(call));
  }

  /** What is completed has left the queue; its result is in the graph. */
  private List<EnrichmentTask> open(Session session) {
    return memories.tasks(session).stream()
        .filter(task -> task.status() != TaskStatus.COMPLETED)
        .toList();
  }

  private Reply queue(Call call) {
    Session session = session(call);
    List<EnrichmentTask> open = open(session);
    JsonObject.Builder counts = JsonObject.builder();
    for (TaskStatus status : TaskStatus.values()) {
      counts.put(
          status.wireName(),
          memories.tasks(session).stream().filter(task -> task.status() == status).count());
    }
    return Reply.ok(
        JsonObject.builder()
            .put("session_id", session.id().value())
            .put("total_tasks", open.size())
            .put("status_summary", counts.build())
            .put("tasks", new JsonArray(open.stream().<Json>map(EnrichmentTask::toJson).toList()))
            .build());
  }

  private Reply process(Call call) {
    Session session = session(call);
    Optional<String> named = call.query().text("task_id");
    Optional<TaskId> only = named.filter(id -> !id.isBlank()).map(TaskId::new);
    if (named.isPresent()
        && open(session).stream().noneMatch(t -> only.equals(Optional.of(t.id())))) {
      throw Failure.of(FaultCode.PLAYER_NOT_FOUND, "Task not found").exception();
    }
    List<Enrichment.Worked> worked = enrichment.process(session.id(), only);
    JsonObject.Builder answer =
        JsonObject.builder()
            .put("session_id", session.id().value())
            .put("processed", worked.size())
            .put("results", new JsonArray(worked.stream().map(EnrichmentRoutes::result).toList()));
    if (worked.isEmpty()) {
      return Reply.ok(answer.put("message", nothing(session)).build());
    }
    return Reply.ok(
        answer
            .put("cleared_completed", worked.stream().filter(EnrichmentRoutes::completed).count())
            .put("remaining_queued", open(session(call)).size())
            .build());
  }

  private String nothing(Session session) {
    return open(session).isEmpty() || enrichment.isPossible()
        ? "There is nothing to process"
        : "The tasks wait for a model: none narrates here";
  }

  private static boolean completed(Enrichment.Worked one) {
    return one.status() == TaskStatus.COMPLETED;
  }

  private static Json result(Enrichment.Worked one) {
    return JsonObject.builder()
        .put("task_id", one.task().value())
        .put("success", completed(one))
        .put("status", completed(one) ? "completed" : "failed")
        .build();
  }
}
