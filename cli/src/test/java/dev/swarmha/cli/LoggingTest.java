package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class LoggingTest {

  private static final String WIRE_LOG =
      "com.github.dockerjava.zerodep.shaded.org.apache.hc.client5.http.wire";

  @AfterEach
  void silence() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    new Logback().configure(context);
  }

  @Test
  void logsCallsOnceSomebodyHasAsked(@TempDir Path directory) throws IOException {
    Path log = directory.resolve("log");
    Logging.configure(0, Optional.of(log));

    Logging.call(() -> "GET /info: 200 in 3 ms");

    assertThat(log).content().endsWith(" DEBUG Transport: GET /info: 200 in 3 ms\n");
  }

  @Test
  void neverLetsTheHttpClientLogWhatItSends(@TempDir Path directory) {
    Logging.configure(3, Optional.of(directory.resolve("log")));

    assertThat(LoggerFactory.getLogger("dev.swarmha.engine").isDebugEnabled()).isTrue();
    assertThat(LoggerFactory.getLogger(WIRE_LOG).isDebugEnabled()).isFalse();
  }
}
