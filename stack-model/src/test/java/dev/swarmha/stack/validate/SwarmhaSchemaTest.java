package dev.swarmha.stack.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.swarmha.document.PathPattern;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.model.StackText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The schema for editors knows the keys of {@code x-swarmha} that the reader knows. */
final class SwarmhaSchemaTest {

  private static final Path DOCS = Path.of("../docs");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OWN = "x-swarmha";
  private static final String OVERLAY = OWN + ".compose.";

  private static final Map<Type, String> TYPES =
      Map.of(
          Type.TEXT, "string",
          Type.INTEGER, "integer",
          Type.LIST, "array",
          Type.MAPPING, "object");

  private final JsonNode root = JSON.readTree(DOCS.resolve("x-swarmha.schema.json").toFile());
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(root.deepCopy());

  SwarmhaSchemaTest() throws IOException {}

  @ParameterizedTest
  @EnumSource
  void hasTheKeysOfTheReaderWithTheirTypes(Dialect dialect) {
    Map<String, String> read = new TreeMap<>();
    StackSchema.table(dialect)
        .rows()
        .forEach(
            (path, rule) -> {
              if (isOurs(path)) {
                read.put(path.toString(), words(path, rule));
              }
            });
    Map<String, String> declared = new TreeMap<>();
    collect("", root, declared);

    assertThat(declared).containsExactlyInAnyOrderEntriesOf(read);
  }

  @Test
  void takesTheStackFilesOfTheExamples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../examples"))) {
      List<Path> stacks =
          files.filter(file -> file.getFileName().toString().matches("stack.*\\.yml")).toList();

      assertThat(stacks).hasSizeGreaterThan(10);
      for (Path stack : stacks) {
        assertThat(mistakes(Files.readString(stack))).as(stack.toString()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{url: tcp://db:5432, passes: 3, retries: 1, interval: 1m30s, timeout: .5s}",
        "{url: 'https://a/health?x=1', status: 204, ca: ./ca.pem, contains: ok}",
        "{url: 'http://a', status: '200-299, 301'}",
        "{url: 'http://[::1]:80/', timeout: +2s, interval: 1h}"
      })
  void takesWhatTheReaderTakes(String check) {
    String file = ofTheStack(check);

    assertThat(StackText.errors(file)).isEmpty();
    assertThat(mistakes(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{status: 200}",
        "{url: 'a:80'}",
        "{url: 'tcp://a'}",
        "{url: 'ftp://a'}",
        "{url: 'http://a', status: 99}",
        "{url: 'http://a', status: 200-999}",
        "{url: 'http://a', retries: 0}",
        "{url: 'http://a', interval: 0s}",
        "{url: 'http://a', timeout: -1s}",
        "{url: 'http://a', timeout: 5}",
        "{url: 'http://a', contains: [ok]}",
        "{url: 'http://a', retry: 3}"
      })
  void marksWhatTheReaderRefuses(String check) {
    String file = ofTheStack(check);

    assertThat(StackText.errors(file)).isNotEmpty();
    assertThat(mistakes(file)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minAvailable: -1",
        "minAvailable: two",
        "minAvailible: 1",
        "health: {port: 80}",
        "health: [{path: /}]",
        "health: [{port: 0}]",
        "health: [{port: 70000}]",
        "health: [{port: 80, path: health}]",
        "health: [{port: 80, scheme: ftp}]",
        "compose: {image: web}"
      })
  void marksWhatTheReaderRefusesOfAService(String own) {
    String file = ofAService(own);

    assertThat(StackText.errors(file)).isNotEmpty();
    assertThat(mistakes(file)).isNotEmpty();
  }

  @Test
  void takesVariablesInTheirPlaces() {
    assertThat(mistakes(ofAService("minAvailable: '${MIN:-2}'"))).isEmpty();
    assertThat(mistakes(ofAService("health: [{port: '${PORT}', path: '${AT:-/}'}]"))).isEmpty();
    assertThat(mistakes(ofTheStack("{url: '${URL}', interval: '${EVERY:-2s}'}"))).isEmpty();
  }

  private static String ofTheStack(String check) {
    return "x-swarmha: {health: [%s]}\nservices: {web: {image: web}}\n".formatted(check);
  }

  private static String ofAService(String own) {
    return "services: {web: {image: web, ports: ['80:80'], x-swarmha: {%s}}}\n".formatted(own);
  }

  private List<String> mistakes(String yaml) {
    return schema.validate(JSON.valueToTree(new Yaml().load(yaml))).stream()
        .map(ValidationMessage::toString)
        .toList();
  }

  /** What stands below a key that is laid over an entry is that key's own affair. */
  private static boolean isOurs(PathPattern path) {
    List<String> parts = path.parts();
    int own = parts.indexOf(OWN);
    boolean deep = own >= 0 && parts.size() > own + 3 && parts.get(own + 1).equals("compose");
    return own >= 0 && !deep;
  }

  private static String words(PathPattern path, Rule rule) {
    Set<String> types =
        rule.types().stream()
            .filter(type -> type != Type.NULL)
            .map(type -> TYPES.getOrDefault(type, type.name()))
            .collect(Collectors.toCollection(TreeSet::new));
    return path.toString().contains(OVERLAY) ? "any" : types + " needs " + rule.required();
  }

  /** The keys below a node of the schema that are ours, as the reader's table writes them. */
  private void collect(String path, JsonNode place, Map<String, String> found) {
    JsonNode node = resolved(place);
    if (path.contains(OWN)) {
      found.put(path, path.contains(OVERLAY) ? "any" : types(node) + " needs " + required(node));
    }
    String start = path.isEmpty() ? "" : path + ".";
    node.path("properties")
        .properties()
        .forEach(property -> collect(start + property.getKey(), property.getValue(), found));
    if (node.path("additionalProperties").isObject()) {
      collect(start + "*", node.get("additionalProperties"), found);
    }
    if (node.has("items")) {
      collect(start + "[]", node.get("items"), found);
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.get("$ref").textValue().substring(1)) : node;
  }

  /** The types of a value; a variable may stand for any. */
  private Set<String> types(JsonNode node) {
    Set<String> types = new TreeSet<>();
    if (node.has("enum")) {
      types.add("string");
    }
    if (node.has("type")) {
      types.add(node.get("type").textValue());
    }
    node.path("anyOf")
        .forEach(
            choice -> {
              if (!choice.path("$ref").asText().endsWith("/variable")) {
                types.addAll(types(resolved(choice)));
              }
            });
    return types;
  }

  private static Set<String> required(JsonNode node) {
    Set<String> required = new TreeSet<>();
    node.path("required").forEach(key -> required.add(key.textValue()));
    return required;
  }
}
