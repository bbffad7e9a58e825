package dev.swarmha.stack.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The schema for editors accepts what swarmha accepts, and marks what swarmha refuses. */
final class ClusterSchemaTest {

  private static final Path DOCS = Path.of("../docs");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonSchema schema;

  ClusterSchemaTest() throws IOException {
    schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Files.readString(DOCS.resolve("cluster.schema.json")));
  }

  @Test
  void acceptsGoodFiles() throws IOException {
    assertThat(mistakes(ClusterLoaderTest.WHOLE)).isEmpty();
    assertThat(mistakes("managers: [{host: tcp://10.0.0.1}]\nworkers:\nx-note: mine")).isEmpty();
    assertThat(mistakes(Files.readString(Path.of("../examples/cluster/cluster.yml")))).isEmpty();
  }

  @Test
  void marksTheMistakesThatSwarmhaFindsInTheSamePlaces() {
    assertThat(mistakes(ClusterLoaderTest.TWELVE_MISTAKES))
        .containsAll(
            List.of(
                "/managers/0",
                "/managers/0/availability",
                "/managers/1",
                "/workers/0/tls",
                "/workers/1/labels/zone",
                "/swarm/taskHistoryLimit",
                "/swarm/defaultAddrPool/0",
                "/networks/public",
                "/secrets/password",
                "/secrets/token",
                ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workers: []",
        "managers: []",
        "- host: tcp://10.0.0.1",
        "managers: [{host: ''}]",
        "managers: [{context: one, tls: {ca: ca.pem}}]",
        "managers: [{host: tcp://10.0.0.1}]\nswarm: {subnetSize: 200}",
        "managers: [{host: tcp://10.0.0.1}]\nconfigs: {'a b': {file: motd}}"
      })
  void refusesOtherMistakes(String file) {
    assertThat(mistakes(file)).isNotEmpty();
  }

  /** Where the mistakes are, as JSON pointers. */
  private Set<String> mistakes(String yaml) {
    JsonNode file = JSON.valueToTree(new Yaml().load(yaml));
    return schema.validate(file).stream()
        .map(mistake -> pointer(mistake.getInstanceLocation().toString()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The validator writes paths as {@code $.managers[0].host}. */
  private static String pointer(String path) {
    return path.replace("$", "").replace("[", "/").replace("]", "").replace(".", "/");
  }
}
