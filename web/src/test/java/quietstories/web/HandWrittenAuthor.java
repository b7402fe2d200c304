package quietstories.web;

import java.util.Optional;
import quietstories.authoring.Author;
import quietstories.engine.Lighthouse;
import quietstories.story.NarratorIdentity;
import quietstories.story.ScenarioSpec;

/** Writes the lighthouse whatever it is asked for, or fails as it is told. */
final class HandWrittenAuthor implements Author {

  volatile Optional<RuntimeException> failure = Optional.empty();

  @Override
  public NarratorIdentity identity() {
    return NarratorIdentity.BUILTIN;
  }

  @Override
  public ScenarioSpec write(String description, long seed) {
    failure.ifPresent(
        fault -> {
          throw fault;
        });
    return Lighthouse.spec();
  }

  @Override
  public String enrich(String description, int maxTokens, long seed) {
    failure.ifPresent(
        fault -> {
          throw fault;
        });
    return description + " It is night.";
  }
}
