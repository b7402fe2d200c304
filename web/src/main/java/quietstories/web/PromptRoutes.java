package quietstories.web;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import quietstories.authoring.Enricher;
import quietstories.authoring.PromptTemplates;
import quietstories.model.ModelException;

/** Enriches descriptions and shows the prompts that the server uses. */
final class PromptRoutes {

  private final Enricher enricher;
  private final PromptTemplates templates;

  /** Creates the routes. */
  PromptRoutes(Enricher enricher, PromptTemplates templates) {
    this.enricher = enricher;
    this.templates = templates;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.post("/prompts/enrich", this::enrich),
        Route.get("/prompts/templates", _ -> Reply.ok(templates.toJson())));
  }

  private Reply enrich(Call call) {
    Fields body = Body.read(call);
    String description = body.text("description", 0, Integer.MAX_VALUE);
    OptionalLong asked = body.optionalInteger("max_tokens", Long.MIN_VALUE, Long.MAX_VALUE);
    body.check();
    OptionalInt most =
        asked.isPresent()
            ? OptionalInt.of(Math.clamp(asked.getAsLong(), 1, Integer.MAX_VALUE))
            : OptionalInt.empty();
    try {
      return Reply.ok(enricher.enrich(description, most).toJson());
    } catch (ModelException e) {
      throw Errors.forAuthors(e);
    }
  }
}
