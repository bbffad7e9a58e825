package dev.swarmha.deploy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.Operator;
import dev.swarmha.deploy.lock.LockListener;
import dev.swarmha.deploy.lock.StackLock;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.time.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StoredTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1");
  private final SwarmEngine engine = swarm.connection().swarm();

  @ParameterizedTest
  @EnumSource(StoredKind.class)
  void createsListsAndRemoves(StoredKind kind) {
    new CreateStored(engine).run(kind, "one", payload("1"), Map.of("team", "a"));
    new CreateStored(engine).run(kind, "two", payload("2"), Map.of());

    assertThat(new ListStored(engine).run(kind))
        .extracting(Resource::name)
        .containsExactly("one", "two");
    new RemoveStored(engine).run(kind, List.of("one", "two"));
    assertThat(new ListStored(engine).run(kind)).isEmpty();
  }

  @Test
  void leavesOutWhatSwarmhaKeepsForItself() throws InterruptedException {
    new StackLock(swarm.connection(), swarm.timeline())
        .acquire(
            "shop",
            "deploy",
            Operator.UNKNOWN,
            Deadline.in(Duration.ZERO, swarm.timeline()),
            LockListener.NONE);

    assertThat(swarm.names(ResourceKind.CONFIG)).hasSize(1);
    assertThat(new ListStored(engine).run(StoredKind.CONFIG)).isEmpty();
  }

  @Test
  void storesTheBytesAsTheyAre() {
    new CreateStored(engine).run(StoredKind.SECRET, "one", payload("hunter2\n"), Map.of());

    assertThat(swarm.payload(ResourceKind.SECRET, "one")).isEqualTo(payload("hunter2\n"));
  }

  @Test
  void refusesANameThatIsTaken() {
    new CreateStored(engine).run(StoredKind.SECRET, "one", payload("1"), Map.of());

    assertThatThrownBy(
            () -> new CreateStored(engine).run(StoredKind.SECRET, "one", payload("2"), Map.of()))
        .isInstanceOf(NameTakenException.class);
  }

  @Test
  void refusesWhatSwarmWouldNotTakeWithoutAskingIt() {
    assertThatThrownBy(
            () -> new CreateStored(engine).run(StoredKind.SECRET, "one", payload(""), Map.of()))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessage("secret one would be empty; Swarm does not take that");
    assertThatThrownBy(
            () ->
                new CreateStored(engine)
                    .run(StoredKind.CONFIG, "big", Payload.of(new byte[1_024_000]), Map.of()))
        .hasMessage("config big has 1024000 bytes; Swarm takes 1023999 at the most");
    assertThat(swarm.calls().writes()).isEmpty();
  }

  @Test
  void removesNothingWhenOneNameLeadsNowhere() {
    new CreateStored(engine).run(StoredKind.SECRET, "one", payload("1"), Map.of());

    assertThatThrownBy(
            () -> new RemoveStored(engine).run(StoredKind.SECRET, List.of("one", "none")))
        .isInstanceOf(NotFoundException.class);
    assertThat(swarm.names(ResourceKind.SECRET)).containsExactly("one");
  }

  private static Payload payload(String text) {
    return Payload.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
