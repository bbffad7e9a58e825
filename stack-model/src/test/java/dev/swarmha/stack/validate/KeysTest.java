package dev.swarmha.stack.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "healthchek: {}        | healthchek        | did you mean \"healthcheck\"?",
        "prot: [80]            | prot              | did you mean \"ports\"?",
        "Image: x              | Image             | did you mean \"image\"?",
        "replicas: 2           | replicas          | it belongs under \"deploy\"",
        "deploy: {replica: 2}  | deploy.replica    | did you mean \"replicas\"?"
      })
  void suggestsWhatWasMeant(String key, String path, String hint) {
    Diagnostic error = service(key).errors().get(0);

    assertThat(error.message()).isEqualTo("unknown key");
    assertThat(error.path()).hasToString("services.a." + path);
    assertThat(error.hint()).contains(hint);
  }

  @Test
  void suggestsNothingForWhatResemblesNothing() {
    assertThat(service("zzzzzz: 1").errors().get(0).hint()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "profiles: [a]          | services.a.profiles: only the compose specification has this key; use --dialect compose",
        "mem_limit: 1g          | services.a.mem_limit: set limits under \"deploy.resources\"",
        "extends: {service: b}  | services.a.extends: not supported by docker stack deploy; use YAML anchors and \"<<\""
      })
  void refusesWhatIsNotSupported(String key, String line) {
    assertThat(service(key).errors())
        .extracting(Diagnostic::toString)
        .containsExactly("stack.yml:1:26: " + line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "build: .              | services.a.build: ignored: Swarm runs images; build and push this one beforehand",
        "container_name: b     | services.a.container_name: ignored: Swarm names containers SERVICE.SLOT.TASK",
        "privileged: true      | services.a.privileged: ignored: Swarm runs no privileged containers",
        "tmpfs: /x             | services.a.tmpfs: ignored: use \"volumes\" with \"type: tmpfs\""
      })
  void saysWhatSwarmDoesInsteadOfWhatItIgnores(String key, String line) {
    Loaded<Stack> loaded = service(key);

    assertThat(loaded.isOk()).isTrue();
    assertThat(loaded.warnings())
        .extracting(Diagnostic::toString)
        .containsExactly("stack.yml:1:26: " + line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "build: [.]             | services.a.build: must be a string or a mapping, not a list",
        "build: {context: 1}    | services.a.build.context: must be a string, not the number 1",
        "privileged: 1          | services.a.privileged: must be true or false, not the number 1",
        "links: [a, a]          | services.a.links.1: this is in the list already"
      })
  void looksAtTheFormOfWhatItIgnores(String key, String message) {
    assertThat(service(key).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.toString()).endsWith(message));
  }

  @Test
  void warnsOfKeysThatDockerPassesOver() {
    assertThat(
            StackText.warnings(
                "services: {a: {image: x, secrets: [{source: s, modee: 4}]}}\n"
                    + "secrets: {s: {external: true}}"))
        .containsExactly("stack.yml:1:48: services.a.secrets.0.modee: unknown key, ignored");
  }

  @Test
  void passesOverExtensions() {
    assertThat(StackText.warnings("x-a: {b: [1]}\nservices: {a: {image: x, x-b: 1}}")).isEmpty();
  }

  @Test
  void warnsOfExtensionsThatLookLikeOurs() {
    assertThat(StackText.load("services: {a: {image: x, x-swarmah: {}}}").warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.hint()).contains("did you mean \"x-swarmha\"?"));
  }

  @Test
  void knowsWhichVersionBroughtAKey() {
    assertThat(StackText.load("version: \"3.6\"\nservices: {a: {image: x, init: true}}").errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error)
                  .hasToString(
                      "stack.yml:2:26: services.a.init: unknown in version 3.6 of the file format");
              assertThat(error.hint()).contains("leave \"version\" out, or ask for 3.7");
            });
  }

  @Test
  void refusesVersionsThatDockerRefuses() {
    assertThat(StackText.errors("version: \"2.4\"\nservices: {a: {image: x}}"))
        .containsExactly(
            "stack.yml:1:10: version: version \"2.4\" of the file format is not supported");
    assertThat(StackText.errors("version: 3.8\nservices: {a: {image: x}}"))
        .containsExactly("stack.yml:1:10: version: must be a string, not the number 3.8");
    assertThat(StackText.errors("version: \"3.8\"\nservices: {a: {image: x}}", "services: {}"))
        .containsExactly(
            "stack2.yml:1:1: version: all files must ask for the same version of the file format");
  }

  @Test
  void warnsOfVolumesThatDockerTakesForDrives() {
    assertThat(
            StackText.warnings(
                "services: {a: {image: x, volumes: ['v:/x', 'v:/y:/z']}}\nvolumes: {v: }"))
        .containsExactly(
            "stack.yml:1:36: services.a.volumes.0: \"v:\" is read as a Windows drive",
            "stack.yml:1:44: services.a.volumes.1: \"v:\" is read as a Windows drive");
  }

  @Test
  void refusesKeysWithoutAValue() {
    assertThat(StackText.errors("services: {a: }\nvolumes: {v: }\nnetworks:\n"))
        .containsExactly(
            "stack.yml:1:14: services.a: must be a mapping, not empty",
            "stack.yml:3:10: networks: must be a mapping, not empty");
  }

  private static Loaded<Stack> service(String key) {
    return StackText.load("services: {a: {image: x, " + key + "}}");
  }
}
