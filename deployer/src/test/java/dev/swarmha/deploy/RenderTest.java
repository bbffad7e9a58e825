package dev.swarmha.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.convert.SpecConverter;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackLoader;
import dev.swarmha.stack.render.StackFileWriter;
import dev.swarmha.stack.render.YamlWriter;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.source.StackSources;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rendered stack is the stack: rendering it again changes nothing, and it deploys the same. */
final class RenderTest {

  private static final int STACKS = 200;

  static LongStream seeds() {
    return LongStream.range(0, STACKS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void survivesRenderingByTheFileFormat(long seed) {
    survives(new RandomStack(seed, false).text(), DialectChoice.STACK);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void survivesRenderingByTheComposeSpecification(long seed) {
    survives(new RandomStack(seed, true).text(), DialectChoice.COMPOSE);
  }

  private static void survives(String text, DialectChoice dialect) {
    Stack stack = load(text, dialect);
    String rendered = render(stack);
    Stack again = load(rendered, DialectChoice.STACK);

    assertThat(render(again)).isEqualTo(rendered);
    assertThat(desired(again).resources()).isEqualTo(desired(stack).resources());
  }

  private static String render(Stack stack) {
    return YamlWriter.writeStackFile(StackFileWriter.write(stack.rendered()).file());
  }

  private static DesiredStack desired(Stack stack) {
    return value(new SpecConverter().convert("shop", stack));
  }

  private static Stack load(String text, DialectChoice dialect) {
    StackSource source = new StackSource("stack.yml", text);
    Environment environment = new Environment(Map.of("HOME", "/home/me", "C", "from outside"));
    return value(
        new StackLoader(environment).load(dialect, StackSources.of(Path.of("/project"), source)));
  }

  private static <T> T value(Loaded<T> loaded) {
    return loaded.value().orElseThrow(() -> new AssertionError(loaded.errors().toString()));
  }
}
