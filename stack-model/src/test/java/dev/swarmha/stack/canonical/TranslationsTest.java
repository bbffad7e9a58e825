package dev.swarmha.stack.canonical;

import static dev.swarmha.stack.model.ComposeFiles.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.model.StackText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What containers are told, said of services: when all files are one. */
class TranslationsTest {

  @ParameterizedTest(name = "{0} + {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "mem_limit: 1g        | mem_limit: 2g           | deploy={resources={limits={memory=2g}}}",
        "mem_limit: 1g        | mem_limit: !reset null  | tty=true",
        "mem_reservation: 1g  | mem_reservation: !reset null | tty=true",
        "cpus: 1              | cpus: !override 0.5     | deploy={resources={limits={cpus=0.5}}}",
        "pids_limit: 5        | pids_limit: -1          | tty=true",
        "scale: 2             | scale: !override 3      | deploy={replicas=3}",
        "restart: always      | restart: !reset null    | tty=true",
        "restart: always      | restart: 'no'           | deploy={restart_policy={condition=none}}",
        "tmpfs: /a            | tmpfs: [/b, /a]         | volumes=[{type=tmpfs, target=/a}, {type=tmpfs, target=/b}]",
        "tmpfs: /a            | tmpfs: !override /b     | volumes=[{type=tmpfs, target=/b}]",
        "shm_size: 1k         | shm_size: 2k            | volumes=[{type=tmpfs, target=/dev/shm, tmpfs={size=2048}}]",
        "network_mode: host   | network_mode: !reset x  | tty=true",
        "network_mode: host   | network_mode: bridge    | networks={bridge=null}",
        "label_file: a.labels | label_file: !reset []   | tty=true"
      })
  void seeWhatTheFilesSayTogether(String base, String override, String merged) {
    String found = merged(service("tty: true, " + base), service(override));

    assertThat(found.replace("tty=true, ", "")).isEqualTo("{image=app, " + merged + "}");
  }

  @Test
  void tellOfTwoFilesThatSayDifferentThings() {
    assertThat(
            errors(
                service("mem_limit: 1g, scale: 2"),
                service("deploy: {replicas: 3, resources: {limits: {memory: 2g}}}")))
        .containsExactly(
            "stack.yml:1:30: services.web.mem_limit: \"deploy.resources.limits.memory\" says"
                + " something else, at stack2.yml:1:81; write it once",
            "stack.yml:1:45: services.web.scale: \"deploy.replicas\" says something else, at"
                + " stack2.yml:1:49; write it once");
  }

  @Test
  void nameTheFileWhoseValueCounts() {
    assertThat(
            errors(
                service("mem_limit: 1g, deploy: {resources: {limits: {memory: 1g}}}"),
                service("mem_limit: 2g")))
        .containsExactly(
            "stack2.yml:1:30: services.web.mem_limit: \"deploy.resources.limits.memory\" says"
                + " something else, at stack.yml:1:83; write it once");
  }

  @Test
  void compareWhatIsMeant() {
    assertThat(
            errors(
                service("mem_limit: 1g, cpus: '1.0', pids_limit: 5"),
                service("deploy: {resources: {limits: {memory: 1024m, cpus: '1', pids: '5'}}}")))
        .isEmpty();
    assertThat(
            errors(service("pids_limit: -1"), service("deploy: {resources: {limits: {pids: 5}}}")))
        .containsExactly(
            "stack.yml:1:30: services.web.pids_limit: \"deploy.resources.limits.pids\" says"
                + " something else, at stack2.yml:1:66; write it once");
  }

  @Test
  void tellOfNetworksInAnotherFile() {
    assertThat(errors(service("network_mode: host"), service("networks: [default]")))
        .containsExactly(
            "stack.yml:1:30: services.web.network_mode: \"network_mode\" and \"networks\" exclude"
                + " each other");
  }

  @Test
  void tellWhereAFileOfLabelsIsNamed() {
    assertThat(errors(service("label_file: [no.labels]")))
        .containsExactly(
            "stack.yml:1:43: services.web.label_file.0: \"/project/no.labels\" does not exist");
  }

  private static String service(String keys) {
    return "services: {web: {image: app, " + keys + "}}\n";
  }

  private static String merged(String... files) {
    return web(StackText.compose(files).value().orElseThrow().rendered());
  }

  private static List<String> errors(String... files) {
    return StackText.compose(files).errors().stream().map(Diagnostic::toString).toList();
  }
}
