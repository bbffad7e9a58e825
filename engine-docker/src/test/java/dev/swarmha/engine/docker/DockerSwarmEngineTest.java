package dev.swarmha.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.RegistryAuth;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.docker.FakeEngine.Answer;
import dev.swarmha.engine.docker.FakeEngine.Request;
import dev.swarmha.engine.docker.wire.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerSwarmEngineTest {

  private final FakeEngine engine = open();
  private final DockerEngine connection = DockerEngine.connect(engine.endpoint(), Map.of());
  private final SwarmEngine swarm = connection.swarm();

  private static FakeEngine open() {
    try {
      return FakeEngine.onLoopback().speaking("1.41");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() throws IOException {
    connection.close();
    engine.close();
  }

  private Request last(String method) {
    List<Request> requests = engine.requests(method);
    return requests.get(requests.size() - 1);
  }

  private static Document filters(Request request) {
    assertThat(request.query()).startsWith("filters=%7B").doesNotContain("{", "\"", " ");
    String json = URLDecoder.decode(request.query().substring(8), StandardCharsets.UTF_8);
    return Json.parse(json).orElseThrow();
  }

  private static Document json(String text) {
    return Json.parse(text.replace('\'', '"')).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20.10/services.json", "28/services.json"})
  void writesBackEachServiceKeyForKey(String file) throws IOException {
    engine.answering("GET", "/v1.41/services", 200, Recorded.text(file));
    List<Mapping> sent = Recorded.list(file);

    for (Resource service : swarm.list(ResourceKind.SERVICE, Selector.all())) {
      String path = "/v1.41/services/" + service.id() + "/update";
      engine.answering("POST", path, 200, "{\"Warnings\":null}");

      swarm.update(service, service.spec(), WriteOptions.NONE);

      Mapping original =
          sent.stream()
              .filter(object -> object.text("ID").equals(Optional.of(service.id().value())))
              .findFirst()
              .orElseThrow();
      assertThat(last("POST").query()).isEqualTo("version=" + service.version().index());
      assertThat(last("POST").body()).isEqualTo(Json.format(original.mapping("Spec")));
    }
    assertThat(engine.requests("POST")).hasSize(3);
  }

  @Test
  void findsAnObjectByItsId() {
    String network = "{'Id':'n1','Name':'host','Created':'2026-01-02T03:04:05Z','Scope':'swarm'}";
    engine.answering("GET", "/v1.41/networks/n1", 200, network.replace('\'', '"'));
    engine.answering("GET", "/v1.41/networks/n2", 404, "{\"message\":\"network n2 not found\"}");

    assertThat(swarm.find(ResourceKind.NETWORK, new ResourceId("n1")))
        .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("host"));
    assertThat(swarm.find(ResourceKind.NETWORK, new ResourceId("n2"))).isEmpty();
  }

  @Test
  void changesNothingButWhatTheCallerChanged() throws IOException {
    engine.answering("GET", "/v1.41/services", 200, Recorded.text("28/services.json"));
    engine.answering("POST", "/v1.41/services/job28/update", 200, "{}");
    Resource job = swarm.list(ResourceKind.SERVICE, Selector.names("shop_job")).get(0);

    Mapping forced =
        job.spec().withAt(DocumentPath.of("TaskTemplate", "ForceUpdate"), Document.number(7));
    swarm.update(job, forced, WriteOptions.NONE);

    assertThat(last("POST").body())
        .isEqualTo(Json.format(job.spec()).replace("\"ForceUpdate\":0", "\"ForceUpdate\":7"))
        .contains("\"ReplicatedJob\":{\"MaxConcurrent\":2,\"TotalCompletions\":9}");
  }

  @Test
  void returnsWarningsAndSendsCredentials() {
    engine.answering(
        "POST", "/v1.41/services/create", 201, "{'ID':'s1','Warning':'w'}".replace('\'', '"'));
    engine.answering(
        "POST", "/v1.41/networks/create", 201, "{'Id':'n1','Warning':''}".replace('\'', '"'));
    engine.answering(
        "POST",
        "/v1.41/services/s1/update",
        200,
        "{'Warnings':['image x could not be accessed']}".replace('\'', '"'));
    Mapping spec = Mapping.of("Name", Document.text("shop_web"));
    WriteOptions options =
        new WriteOptions(Optional.empty(), Optional.of(new RegistryAuth("eyJhIjoxfQ==")));

    Written service = swarm.create(ResourceKind.SERVICE, spec, options);
    Written network = swarm.create(ResourceKind.NETWORK, spec, WriteOptions.NONE);
    Written updated = swarm.update(resource(ResourceKind.SERVICE, "s1"), spec, options);

    assertThat(service).isEqualTo(new Written(new ResourceId("s1"), List.of("w")));
    assertThat(network).isEqualTo(new Written(new ResourceId("n1"), List.of()));
    assertThat(updated.warnings()).containsExactly("image x could not be accessed");
    assertThat(last("POST").headers()).containsEntry("X-Registry-Auth", "eyJhIjoxfQ==");
  }

  @Test
  void sendsASecretsDataAndShowsItNowhere() {
    byte[] bytes = "correct horse".getBytes(StandardCharsets.UTF_8);
    engine.answering("POST", "/v1.41/secrets/create", 409, "{\"message\":\"already exists\"}");
    Mapping spec = Mapping.of("Name", Document.text("shop_password"));

    assertThatThrownBy(
            () -> swarm.create(ResourceKind.SECRET, spec, WriteOptions.of(Payload.of(bytes))))
        .isInstanceOf(NameTakenException.class)
        .hasMessage("cannot create secret shop_password: already exists");

    assertThat(last("POST").body())
        .isEqualTo("{\"Name\":\"shop_password\",\"Data\":\"Y29ycmVjdCBob3JzZQ==\"}");
  }

  @Test
  void selectsByLabelThroughTheEngine() throws IOException {
    engine.answering("GET", "/v1.41/services", 200, Recorded.text("20.10/services.json"));

    List<Resource> found = swarm.list(ResourceKind.SERVICE, Selector.stack("shop"));

    assertThat(filters(last("GET")))
        .isEqualTo(json("{'label':['com.docker.stack.namespace=shop']}"));
    assertThat(found).extracting(Resource::name).isSorted();
    assertThat(swarm.list(ResourceKind.SERVICE, Selector.stack("sho"))).isEmpty();
  }

  @Test
  void selectsByExactNameAlthoughTheEngineMatchesPrefixes() throws IOException {
    engine.answering("GET", "/v1.41/networks", 200, Recorded.text("20.10/networks.json"));

    List<Resource> found = swarm.list(ResourceKind.NETWORK, Selector.names("shop_backend", "in"));

    assertThat(filters(last("GET")))
        .isEqualTo(json("{'name':['in','shop_backend'],'scope':['swarm']}"));
    assertThat(found).extracting(Resource::name).containsExactly("shop_backend");
  }

  @Test
  void asksForAllNodesSinceTheirLabelFilterMeansEngines() throws IOException {
    engine.answering("GET", "/v1.41/nodes", 200, Recorded.text("20.10/nodes.json"));

    List<Resource> found = swarm.list(ResourceKind.NODE, Selector.label("zone", "a"));

    assertThat(last("GET").query()).isEmpty();
    assertThat(found).extracting(Resource::name).containsExactly("w1");
    assertThat(swarm.nodes()).extracting(Node::hostname).containsExactly("m1", "w1");
  }

  @Test
  void readsTasksInTwoCalls() throws IOException {
    engine.answering("GET", "/v1.41/tasks", 200, Recorded.text("20.10/tasks.json"));
    engine.answering("GET", "/v1.41/tasks", 200, Recorded.text("20.10/tasks-up-to-date.json"));

    List<Task> tasks = swarm.tasks(TaskQuery.ofStack("shop"));

    List<Request> requests = engine.requests("GET");
    assertThat(requests).hasSize(2);
    assertThat(filters(requests.get(0)))
        .isEqualTo(json("{'label':['com.docker.stack.namespace=shop']}"));
    assertThat(filters(requests.get(1)))
        .isEqualTo(json("{'_up-to-date':['true'],'label':['com.docker.stack.namespace=shop']}"));
    assertThat(tasks).extracting(Task::upToDate).containsExactly(false, true, true, true);
  }

  @Test
  void readsAnEmptyListThatIsNull() {
    engine.answering("GET", "/v1.41/configs", 200, "null");

    assertThat(swarm.list(ResourceKind.CONFIG, Selector.all())).isEmpty();
  }

  @Test
  void countsWhatIsGoneAsRemoved() {
    engine.answering("DELETE", "/v1.41/networks/n1", 404, "{\"message\":\"network n1 not found\"}");

    swarm.remove(resource(ResourceKind.NETWORK, "n1"));

    assertThat(engine.requests("DELETE")).hasSize(1);
  }

  @Test
  void refusesWhatDockerCannotDo() {
    assertThatThrownBy(
            () ->
                swarm.update(
                    resource(ResourceKind.NETWORK, "n1"), Mapping.empty(), WriteOptions.NONE))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessage(
            "cannot update network shop_x: Docker does not change networks; remove it and create"
                + " it anew");
    assertThatThrownBy(() -> swarm.create(ResourceKind.NODE, Mapping.empty(), WriteOptions.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(engine.requests("POST")).isEmpty();
  }

  @Test
  void updatesANodesLabels() {
    engine.answering("POST", "/v1.41/nodes/w1/update", Answer.of(200, ""));
    Mapping spec = Mapping.of("Labels", Mapping.of("zone", Document.text("b")));

    Written written = swarm.update(resource(ResourceKind.NODE, "w1"), spec, WriteOptions.NONE);

    assertThat(written).isEqualTo(new Written(new ResourceId("w1"), List.of()));
    assertThat(last("POST").query()).isEqualTo("version=5");
  }

  private static Resource resource(ResourceKind kind, String id) {
    return new Resource(
        kind,
        new ResourceId(id),
        new ObjectVersion(5),
        "shop_x",
        Instant.EPOCH,
        Mapping.empty(),
        Optional.empty());
  }
}
