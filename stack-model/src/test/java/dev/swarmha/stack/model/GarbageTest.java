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
 * processor's time, in a JVM of 512 MB, which the build gives to the tests of this module. The time
 * that other work takes on the machine does not count.
 */
class GarbageTest {

  private static final long SEED = 20_261_121;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  static Stream<Garbage.Text> texts() {
    return Garbage.of(SEED).stream();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void endsInAStackOrInAReason(Garbage.Text text) {
    byte[] bytes = text.bytes().get();
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Loaded<Stack> loaded = load(bytes);
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    assertThat(loaded.isOk() || !loaded.errors().isEmpty()).isTrue();
    assertThat(Duration.ofNanos(after - before)).isLessThan(LONGEST);
  }

  private static Loaded<Stack> load(byte[] bytes) {
    return StackSources.read(List.of("-"), Path.of("/nowhere"), new ByteArrayInputStream(bytes))
        .then(sources -> new StackLoader(Environment.empty()).load(sources));
  }
}
