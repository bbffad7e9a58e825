package dev.swarmha.deploy.convert;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.stack.model.StackLoader;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.source.StackSources;
import java.nio.file.Path;
import java.util.List;

/** Stack files that tests write as texts, converted under the name {@code shop}. */
final class Converted {

  private static final Path BASE = Path.of("/project");

  private Converted() {}

  static Loaded<DesiredStack> load(Path baseDirectory, String text) {
    StackSources sources = StackSources.of(baseDirectory, new StackSource("stack.yml", text));
    return new StackLoader(Environment.empty())
        .load(DialectChoice.STACK, sources)
        .then(stack -> new SpecConverter().convert("shop", stack));
  }

  static DesiredStack stack(String text) {
    return stack(BASE, text);
  }

  static DesiredStack stack(Path baseDirectory, String text) {
    Loaded<DesiredStack> loaded = load(baseDirectory, text);
    return loaded.value().orElseThrow(() -> new AssertionError(loaded.diagnostics().toString()));
  }

  /** The lines that users see for a stack that cannot be converted. */
  static List<String> errors(Path baseDirectory, String text) {
    return load(baseDirectory, text).errors().stream().map(Diagnostic::toString).toList();
  }

  static List<String> errors(String text) {
    return errors(BASE, text);
  }

  /** The spec of a service {@code web} with an image and these keys, one or more lines of them. */
  static Mapping service(String keys) {
    return spec(stack(web(keys)), ResourceKind.SERVICE, "shop_web");
  }

  static Mapping taskTemplate(String keys) {
    return service(keys).mapping("TaskTemplate");
  }

  static Mapping container(String keys) {
    return taskTemplate(keys).mapping("ContainerSpec");
  }

  /** A stack with one service {@code web}. */
  static String web(String keys) {
    return "services:\n  web:\n    image: app\n" + keys.strip().indent(4);
  }

  static Mapping spec(DesiredStack stack, ResourceKind kind, String name) {
    return stack
        .find(new ResourceRef(kind, name))
        .map(DesiredResource::spec)
        .orElseThrow(() -> new AssertionError(name + " is not in " + stack.resources()));
  }

  /** What a test expects, as YAML. */
  static Mapping yaml(String text) {
    Diagnostics problems = new Diagnostics();
    return new YamlParser()
        .parse(new StackSource("expected", text), problems)
        .orElseThrow(() -> new AssertionError(problems.all().toString()));
  }
}
