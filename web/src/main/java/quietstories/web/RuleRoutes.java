package quietstories.web;

import java.util.List;
import quietstories.json.Json;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.rules.JsonLogic;

/** Evaluates expressions of the published dialect. */
final class RuleRoutes {

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(Route.post("/rules/evaluate", this::evaluate));
  }

  private Reply evaluate(Call call) {
    Fields body = Body.read(call);
    Json logic = body.any("logic");
    Json data = body.any("data", JsonNull.NULL);
    body.check();
    return Reply.ok(JsonObject.of("result", JsonLogic.compile(logic).evaluate(data)));
  }
}
