package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartFaultTest {

  private final Settings settings =
      SettingsReader.read(SettingSource.of(Map.of(), Map.of("PORT", "80"), DotEnv.NONE))
              instanceof SettingsReading.Read(Settings read)
          ? read
          : null;

  @Test
  void aPortInUseIsSaidPlainly() {
    RuntimeException failure =
        new IllegalStateException(
            new UncheckedIOException(new BindException("Address already in use")));
    assertThat(explain(failure)).startsWith("Port 80 is in use");
  }

  @Test
  void whyABindingFailedIsToldApart() {
    assertThat(explain(wrapped("Permission denied"))).contains("not allowed");
    assertThat(explain(wrapped("Cannot assign requested address")))
        .contains("none of this machine");
    assertThat(explain(new UncheckedIOException(new UnknownHostException("h"))))
        .contains("unknown");
    assertThat(explain(new UnresolvedAddressException())).contains("unknown");
  }

  @Test
  void aSentenceForTheUserIsPassedOn() {
    StartFailure failure =
        new StartFailure("The disk is full.", new IllegalStateException("inner"));
    assertThat(explain(new RuntimeException(failure))).isEqualTo("The disk is full.");
  }

  @Test
  void anythingElseIsOneLineThatNamesTheLog() {
    assertThat(explain(new IllegalStateException("two\nlines")))
        .contains("app.log")
        .hasLineCount(1);
  }

  private static RuntimeException wrapped(String message) {
    return new UncheckedIOException(new BindException(message));
  }

  private String explain(Throwable failure) {
    return StartFault.explain(failure, settings);
  }
}
