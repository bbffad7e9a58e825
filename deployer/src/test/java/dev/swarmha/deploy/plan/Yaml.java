package dev.swarmha.deploy.plan;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.source.StackSource;

/** Documents for tests, written as YAML. */
final class Yaml {

  private Yaml() {}

  static Mapping read(String text) {
    Diagnostics problems = new Diagnostics();
    return new YamlParser()
        .parse(new StackSource("test", text), problems)
        .orElseThrow(() -> new IllegalArgumentException(problems.all().toString()));
  }
}
