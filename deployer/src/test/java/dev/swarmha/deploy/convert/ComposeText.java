package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.web;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.stack.model.StackLoader;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.source.StackSources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Stack files read by the compose specification and converted under the name {@code shop}. */
final class ComposeText {

  private static final Path BASE = Path.of("/project");

  private ComposeText() {}

  static Loaded<DesiredStack> load(
      DialectChoice dialect, Path directory, Map<String, String> variables, String text) {
    return new StackLoader(new Environment(variables))
        .load(dialect, StackSources.of(directory, new StackSource("stack.yml", text)))
        .then(stack -> new SpecConverter().convert("shop", stack));
  }

  static DesiredStack stack(Path directory, Map<String, String> variables, String text) {
    Loaded<DesiredStack> loaded = load(DialectChoice.COMPOSE, directory, variables, text);
    return loaded.value().orElseThrow(() -> new AssertionError(loaded.diagnostics().toString()));
  }

  static DesiredStack stack(String text) {
    return stack(BASE, Map.of(), text);
  }

  /** The spec of a service {@code web} with an image and these keys. */
  static Mapping service(String keys) {
    return Converted.spec(stack(web(keys)), ResourceKind.SERVICE, "shop_web");
  }

  static Mapping task(String keys) {
    return service(keys).mapping("TaskTemplate");
  }

  static Mapping container(String keys) {
    return task(keys).mapping("ContainerSpec");
  }

  static List<String> errors(String text) {
    return lines(load(DialectChoice.COMPOSE, BASE, Map.of(), text).errors());
  }

  static List<String> warnings(String text) {
    return lines(load(DialectChoice.COMPOSE, BASE, Map.of(), text).warnings());
  }

  private static List<String> lines(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::toString).toList();
  }
}
