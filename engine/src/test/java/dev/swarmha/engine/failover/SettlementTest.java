package dev.swarmha.engine.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SettlementTest {

  private static final Mapping OLD = spec("web:1");
  private static final Mapping SENT = spec("web:2");

  private final Resource before = service(5, OLD, Optional.empty());

  @Test
  void takesWhatBearsTheNameAndSaysTheSameForWhatWasCreated() {
    Mapping stored =
        SENT.withAt(
            DocumentPath.of("TaskTemplate", "ContainerSpec", "Isolation"),
            Document.text("default"));

    assertThat(created(stored)).isEqualTo(Settlement.DONE);
    assertThat(created(OLD)).isEqualTo(Settlement.OVERTAKEN);
    assertThat(Settlement.ofCreation(SENT, Optional.empty())).isEqualTo(Settlement.NOT_DONE);
  }

  @Test
  void doesNotTakeAnObjectWithoutItsLabelsForItsOwn() {
    Mapping labelled = SENT.withAt(DocumentPath.of("Labels", "team"), Document.text("blue"));

    assertThat(Settlement.ofCreation(labelled, now(6, SENT))).isEqualTo(Settlement.OVERTAKEN);
  }

  @Test
  void bearsWithWhatTheEngineWritesInItsOwnWay() {
    DocumentPath networks = DocumentPath.of("TaskTemplate", "Networks");
    DocumentPath args = DocumentPath.of("TaskTemplate", "ContainerSpec", "Args");
    Mapping sent =
        SENT.withAt(networks, Sequence.of(Mapping.of("Target", Document.text("shop_inner"))))
            .withAt(args, Sequence.of())
            .withAt(DocumentPath.of("EndpointSpec", "Mode"), Document.text(""))
            .withAt(DocumentPath.of("UpdateConfig", "Delay"), Document.number(0));
    Mapping stored =
        SENT.withAt(networks, Sequence.of(Mapping.of("Target", Document.text("n3tw0rk"))))
            .withAt(DocumentPath.of("EndpointSpec", "Mode"), Document.text("vip"))
            .withAt(DocumentPath.of("UpdateConfig", "Parallelism"), Document.number(1));

    assertThat(Settlement.ofCreation(sent, now(6, stored))).isEqualTo(Settlement.DONE);
  }

  @Test
  void takesANetworkThatIsNotAllocatedYetForItsOwn() {
    Mapping sent =
        Mapping.builder()
            .put("Name", "shop_net")
            .put("Driver", "overlay")
            .put("Attachable", true)
            .put("Options", Mapping.of("encrypted", Document.text("")))
            .put("IPAM", Mapping.of("Driver", Document.text("default")))
            .build();
    Mapping shown =
        Mapping.builder()
            .put("Name", "shop_net")
            .put("Driver", "")
            .put("Attachable", true)
            .put("Options", Document.nothing())
            .put("IPAM", Mapping.of("Driver", Document.text("")))
            .build();

    assertThat(Settlement.ofCreation(sent, now(6, shown))).isEqualTo(Settlement.DONE);
    Mapping another = shown.with("Attachable", Document.bool(false));
    assertThat(Settlement.ofCreation(sent, now(6, another))).isEqualTo(Settlement.OVERTAKEN);
    Mapping bridge = shown.with("Driver", Document.text("bridge"));
    assertThat(Settlement.ofCreation(sent, now(6, bridge))).isEqualTo(Settlement.OVERTAKEN);
  }

  @Test
  void tellsZeroFromAnotherNumberAndAShortListFromALongOne() {
    DocumentPath replicas = DocumentPath.of("Mode", "Replicated", "Replicas");
    Mapping none = SENT.withAt(replicas, Document.number(0));
    Mapping three = SENT.withAt(replicas, Document.number(3));
    DocumentPath env = DocumentPath.of("TaskTemplate", "ContainerSpec", "Env");
    Mapping two = SENT.withAt(env, Sequence.of(Document.text("A=1"), Document.text("B=2")));
    Mapping one = SENT.withAt(env, Sequence.of(Document.text("A=1")));

    assertThat(Settlement.ofCreation(none, now(6, three))).isEqualTo(Settlement.OVERTAKEN);
    assertThat(Settlement.ofCreation(two, now(6, one))).isEqualTo(Settlement.OVERTAKEN);
    assertThat(Settlement.ofCreation(two, now(6, SENT))).isEqualTo(Settlement.OVERTAKEN);
  }

  @Test
  void seesAnUpdateInTheSpecAndItsAbsenceInTheVersion() {
    assertThat(updated(now(6, SENT))).isEqualTo(Settlement.DONE);
    assertThat(updated(now(5, OLD))).isEqualTo(Settlement.NOT_DONE);
    assertThat(updated(Optional.empty())).isEqualTo(Settlement.GONE);
    assertThat(updated(now(7, spec("web:3")))).isEqualTo(Settlement.OVERTAKEN);
  }

  @Test
  void makesAnUpdateAgainWhereOnlyTheVersionHasMoved() {
    assertThat(updated(now(6, OLD))).isEqualTo(Settlement.NOT_DONE);
    assertThat(updated(now(6, OLD, UpdateState.COMPLETED))).isEqualTo(Settlement.NOT_DONE);
  }

  @Test
  void countsAnUpdateThatTheEngineHasTakenBackAsMade() {
    assertThat(updated(now(9, OLD, UpdateState.ROLLBACK_STARTED))).isEqualTo(Settlement.DONE);
  }

  @Test
  void doesNotTakeAnEarlierRollbackForOneOfItsOwn() {
    Resource goingBack =
        service(5, OLD, Optional.of(new UpdateStatus(UpdateState.ROLLBACK_STARTED, "")));

    assertThat(Settlement.ofUpdate(goingBack, SENT, now(6, OLD, UpdateState.ROLLBACK_COMPLETED)))
        .isEqualTo(Settlement.NOT_DONE);
  }

  @Test
  void removesUntilItIsGone() {
    assertThat(Settlement.ofRemoval(Optional.empty())).isEqualTo(Settlement.DONE);
    assertThat(Settlement.ofRemoval(Optional.of(before))).isEqualTo(Settlement.NOT_DONE);
  }

  private static Settlement created(Mapping stored) {
    return Settlement.ofCreation(SENT, now(6, stored));
  }

  private Settlement updated(Optional<Resource> now) {
    return Settlement.ofUpdate(before, SENT, now);
  }

  private static Optional<Resource> now(long version, Mapping spec) {
    return Optional.of(service(version, spec, Optional.empty()));
  }

  private static Optional<Resource> now(long version, Mapping spec, UpdateState state) {
    return Optional.of(service(version, spec, Optional.of(new UpdateStatus(state, ""))));
  }

  private static Mapping spec(String image) {
    return Mapping.builder()
        .put("Name", "shop_web")
        .put("TaskTemplate", Mapping.of("ContainerSpec", Mapping.of("Image", Document.text(image))))
        .build();
  }

  private static Resource service(long version, Mapping spec, Optional<UpdateStatus> status) {
    return new Resource(
        ResourceKind.SERVICE,
        new ResourceId("s1"),
        new ObjectVersion(version),
        "shop_web",
        Instant.EPOCH,
        spec,
        status);
  }
}
