package dev.swarmha.stack.validate;

import static dev.swarmha.stack.model.ComposeFiles.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys with nothing behind them: by the compose specification they say nothing. */
class BareKeysTest {

  private static final List<String> KEYS =
      List.of(
          "image",
          "ports",
          "environment",
          "env_file",
          "labels",
          "volumes",
          "networks",
          "secrets",
          "depends_on",
          "healthcheck",
          "deploy",
          "mem_limit",
          "tmpfs",
          "build",
          "gpus",
          "logging",
          "cap_add",
          "restart",
          "extends",
          "profiles",
          "x-swarmha");

  @Test
  void changeNothingInALaterFile() {
    String base =
        "services: {web: {image: app, ports: ['80:80'], environment: {A: 1}, labels: {L: x},"
            + " volumes: [/data], networks: [n], healthcheck: {test: a}, deploy: {replicas: 3},"
            + " mem_limit: 1g, cap_add: [X]}}\nnetworks: {n: {driver: overlay}}\n";
    String bare = "services:\n  web:\n" + lines("    %s:\n") + "networks: {n: {driver: }}\n";

    Mapping merged = tree(base, bare);

    assertThat(merged).isEqualTo(tree(base));
    assertThat(tree(base, "services: {web: }\nnetworks:\nvolumes:\n")).isEqualTo(tree(base));
  }

  @Test
  void areLikeNoneInASingleFile() {
    String bare = lines("    %s:\n").replace("image:", "image: app");

    Loaded<Stack> loaded =
        StackText.compose(
            "services:\n  web:\n" + bare + "networks:\nvolumes:\nsecrets:\nconfigs:\ninclude:\n");

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(web(loaded.value().orElseThrow().rendered())).isEqualTo("{image=app, deploy={}}");
  }

  @Test
  void areLikeNoneDeepDownToo() {
    assertThat(
            web(
                tree(
                    "services: {web: {image: app, ports: [{target: 80, published: }],"
                        + " deploy: {resources: {limits: }, restart_policy: {condition: any,"
                        + " delay: }}}}")))
        .isEqualTo(
            "{image=app, ports=[{target=80}],"
                + " deploy={resources={}, restart_policy={condition=any}}}");
  }

  @Test
  void areMissingWhereTheyAreNeeded() {
    assertThat(errors("services: {web: {image: , volumes: [{type: , target: /a}]}, db: }"))
        .containsExactly(
            "stack.yml:1:17: services.web: \"image\" is missing",
            "stack.yml:1:37: services.web.volumes.0: \"type\" is missing",
            "stack.yml:1:64: services.db: \"image\" is missing");
    assertThat(errors("services: {web: {image: app}}\nsecrets: {s: }"))
        .containsExactly("stack.yml:2:13: secrets.s: \"file\" is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ulimits: {nofile: }", "depends_on: {db: }", "cap_add: [ , X]", "prots: "})
  void areNotNamesAndItemsOfTheUsersOwn(String key) {
    assertThat(errors("services: {web: {image: app, " + key + "}}")).isNotEmpty();
  }

  @Test
  void keepTheirMeaningWhereTheyHaveOne() {
    assertThat(
            web(
                tree(
                    "services: {web: {image: app, command: a, environment: {A: 1},"
                        + " healthcheck: {test: a, retries: 1}}}",
                    "services: {web: {command: , environment: {A: , B: }, healthcheck: {test: }}}")))
        .isEqualTo("{image=app, environment={}, healthcheck={retries=1}}");
  }

  @Test
  void areAMistakeToDockerStackDeploy() {
    assertThat(StackText.errors("services: {web: {image: app, ports: }}\nnetworks:\n"))
        .containsExactly(
            "stack.yml:1:36: services.web.ports: must be a list, not empty",
            "stack.yml:2:10: networks: must be a mapping, not empty");
  }

  private static String lines(String format) {
    return String.join("", KEYS.stream().map(format::formatted).toList());
  }

  private static Mapping tree(String... files) {
    return StackText.compose(files).value().orElseThrow().rendered();
  }

  private static List<String> errors(String... files) {
    return StackText.compose(files).errors().stream().map(Diagnostic::toString).toList();
  }
}
