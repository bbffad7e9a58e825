package dev.swarmha.engine.docker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.Container;
import dev.swarmha.engine.Container.HealthCheckRun;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.ManagerStatus;
import dev.swarmha.engine.Node.Plugin;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.Task.HostPort;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.docker.Recorded;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationReadersTest {

  private static List<Task> tasks() throws IOException {
    return TaskReader.inOrder(
        Recorded.list("20.10/tasks.json").stream().map(TaskReader::read).toList(),
        Recorded.list("20.10/tasks-up-to-date.json").stream().map(TaskReader::id).toList());
  }

  @Test
  void readsARunningTaskWithEachOpenPortOnce() throws IOException {
    Task task = tasks().get(0);

    assertThat(task)
        .isEqualTo(
            new Task(
                new ResourceId("0p3633hxh1two4vbhlnotwre4"),
                new ResourceId("txwfua5wxxnl9x8414fvy1fxf"),
                Optional.of(1),
                Optional.of(new ResourceId("y4glk0jenfpdo0xu0a24ri738")),
                TaskState.RUNNING,
                new Task.Status(
                    TaskState.RUNNING,
                    Instant.parse("2026-11-20T12:45:11.285817758Z"),
                    "started",
                    "",
                    Optional.empty(),
                    List.of(new HostPort(18080, 8080, "tcp"))),
                "swarmha/web:1",
                Instant.parse("2026-11-20T12:45:07.824430844Z"),
                false,
                new Amounts(100_000_000L, 32L << 20),
                Optional.of("f0e7bb1188ebb4e4c35b3b8cbee70b7418db468bc7db1d3c19d5a7ff37df96bb")));
  }

  @Test
  void ordersTasksByCreation() throws IOException {
    assertThat(tasks()).extracting(Task::createdAt).isSorted();
    assertThat(tasks())
        .extracting(Task::state)
        .containsExactly(
            TaskState.RUNNING, TaskState.COMPLETE, TaskState.PENDING, TaskState.FAILED);
  }

  @Test
  void readsExitCodesOfTasksThatHaveEnded() throws IOException {
    assertThat(tasks())
        .extracting(task -> task.status().exitCode())
        .containsExactly(Optional.empty(), Optional.of(0), Optional.empty(), Optional.of(1));
  }

  @Test
  void readsATaskThatNoNodeTakes() throws IOException {
    Task pending = tasks().get(2);

    assertThat(pending.node()).isEmpty();
    assertThat(pending.upToDate()).isTrue();
    assertThat(pending.status().error())
        .isEqualTo(
            "no suitable node (scheduling constraints not satisfied on 1 node; host-mode port"
                + " already in use on 1 node)");
  }

  @Test
  void readsTasksOfTomorrow() throws IOException {
    Task task = TaskReader.read(Recorded.list("28/tasks.json").get(0));

    assertThat(task.state()).isEqualTo(TaskState.UNKNOWN);
    assertThat(task.slot()).isEmpty();
    assertThat(task.status().exitCode()).isEmpty();
  }

  @Test
  void readsNodes() throws IOException {
    List<Node> nodes = Recorded.list("20.10/nodes.json").stream().map(NodeReader::read).toList();

    Node worker = nodes.stream().filter(node -> node.hostname().equals("w1")).findFirst().get();
    Node manager = nodes.stream().filter(node -> node.hostname().equals("m1")).findFirst().get();
    assertThat(worker.role()).isEqualTo(Node.Role.WORKER);
    assertThat(worker.availability()).isEqualTo(Node.Availability.ACTIVE);
    assertThat(worker.isReady()).isTrue();
    assertThat(worker.labels()).containsEntry("zone", "a");
    assertThat(worker.managerStatus()).isEmpty();
    assertThat(manager.managerStatus()).contains(new ManagerStatus(true, true, "10.77.0.11:2377"));
    assertThat(manager.description().engineVersion()).isEqualTo("20.10.24+dfsg1");
    assertThat(manager.description().capacity())
        .isEqualTo(new Amounts(2_000_000_000L, 25276514304L));
    assertThat(manager.description().engineLabels()).isEqualTo(Map.of("lab.node", "m1"));
    assertThat(manager.description().plugins())
        .containsExactlyInAnyOrder(new Plugin("Log", "awslogs"), new Plugin("Log", "fluentd"));
  }

  @Test
  void countsThePiecesThatANodeOffers() {
    Mapping resources =
        Json.parse(
                """
                {"GenericResources": [
                  {"NamedResourceSpec": {"Kind": "gpu", "Value": "GPU-1"}},
                  {"NamedResourceSpec": {"Kind": "gpu", "Value": "GPU-2"}},
                  {"DiscreteResourceSpec": {"Kind": "ssd", "Value": 3}}]}
                """)
            .flatMap(Document::asMapping)
            .orElseThrow();

    assertThat(Amounts.read(resources).generic()).isEqualTo(Map.of("gpu", 2L, "ssd", 3L));
  }

  @Test
  void readsWhatAContainerCameTo() {
    Mapping container =
        Json.parse(
                """
                {"State": {"OOMKilled": true, "Health": {"Status": "unhealthy", "FailingStreak": 2,
                  "Log": [
                    {"Start": "2026-11-20T12:45:07Z", "ExitCode": 0, "Output": "fine"},
                    {"Start": "2026-11-20T12:45:09Z", "ExitCode": 22, "Output": "HTTP 503"}]}}}
                """)
            .flatMap(Document::asMapping)
            .orElseThrow();

    assertThat(ContainerReader.read(container))
        .isEqualTo(
            new Container(
                true, List.of(new HealthCheckRun(0, "fine"), new HealthCheckRun(22, "HTTP 503"))));
    assertThat(ContainerReader.read(Mapping.empty())).isEqualTo(new Container(false, List.of()));
  }

  @Test
  void readsAnEngineThatManages() throws IOException {
    EngineInfo info = InfoReader.read(Recorded.object("20.10/info.json"), "1.41");

    assertThat(info.isManager()).isTrue();
    assertThat(info.hostname()).isEqualTo("m1");
    assertThat(info.apiVersion()).isEqualTo("1.41");
    assertThat(info.node()).contains(new ResourceId("y4glk0jenfpdo0xu0a24ri738"));
    assertThat(info.cluster()).contains("3qs717qgms2u5jhtjotgw0zg1");
    assertThat(info.managers()).containsExactly("10.77.0.11:2377");
  }

  /** Written with the offset of the machine's time zone. */
  @Test
  void readsWhatTheClockOfAnEngineShows() {
    Mapping info = Mapping.of("SystemTime", Document.text("2026-11-20T13:45:07.5+01:00"));

    assertThat(InfoReader.read(info, "1.41").clock())
        .isEqualTo(Instant.parse("2026-11-20T12:45:07.500Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "inactive, false, INACTIVE",
    "pending,  false, PENDING",
    "active,   false, WORKER",
    "active,   true,  MANAGER",
    "locked,   false, LOCKED",
    "error,    false, ERROR",
    "dreaming, false, UNKNOWN",
  })
  void readsAnEnginesPlaceInASwarm(String state, boolean control, Membership expected) {
    Mapping swarm =
        Mapping.builder().put("LocalNodeState", state).put("ControlAvailable", control).build();

    assertThat(InfoReader.read(Mapping.of("Swarm", swarm), "1.41").membership())
        .isEqualTo(expected);
  }
}
