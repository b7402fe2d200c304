package quietstories.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quietstories.model.ToolCall;
import quietstories.story.ToolAccess;
import quietstories.tools.ToolRun;
import quietstories.tools.Toolbox;
import quietstories.tools.Workbench;

/** Runs all reads of a list of calls first, at the same time, and then its writes in order. */
final class ReadsThenWrites {

  private ReadsThenWrites() {}

  static List<ToolRun> run(Toolbox toolbox, Workbench workbench, List<ToolCall> calls) {
    Map<Boolean, List<ToolCall>> byAccess =
        calls.stream().collect(Collectors.partitioningBy(call -> reads(toolbox, call)));
    List<ToolRun> runs = new ArrayList<>();
    for (boolean reads : List.of(true, false)) {
      byAccess.getOrDefault(reads, List.of()).forEach(workbench::call);
      runs.addAll(workbench.finish(run -> {}));
    }
    return runs;
  }

  private static boolean reads(Toolbox toolbox, ToolCall call) {
    return toolbox.tool(call.name()).filter(t -> t.access() == ToolAccess.READ).isPresent();
  }
}
