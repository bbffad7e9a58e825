package dev.swarmha.stack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSources;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a file holds, it is loaded or refused with a reason within two seconds of the
 * processor's time, in a JVM of 512 MB, which the build gives to the tests of this module. Other
 * work on the machine makes the processor slower, never faster: so the best of three tries counts.
 */
class GarbageTest {

  private static final long SEED = 20_261_121;
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final int TRIES = 3;

  static Stream<Garbage.Text> texts() {
    return Garbage.of(SEED).stream();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void endsInAStackOrInAReason(Garbage.Text text) {
    byte[] bytes = text.bytes().get();
    Duration best = timeOfLoading(bytes);
    for (int tries = 1; tries < TRIES && best.compareTo(LONGEST) >= 0; tries++) {
      best = timeOfLoading(bytes);
    }

    assertThat(best).isLessThan(LONGEST);
  }

  private static Duration timeOfLoading(byte[] bytes) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Loaded<Stack> loaded = load(bytes);
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertThat(loaded.isOk() || !loaded.errors().isEmpty()).isTrue();
    return Duration.ofNanos(after - before);
  }

  private static Loaded<Stack> load(byte[] bytes) {
    return StackSources.read(List.of("-"), Path.of("/nowhere"), new ByteArrayInputStream(bytes))
        .then(sources -> new StackLoader(Environment.empty()).load(sources));
  }
}
