package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.config;
import static dev.swarmha.deploy.StackBuilder.secret;
import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.diff.DiffStack;
import dev.swarmha.deploy.diff.DiffStack.DiffRequest;
import dev.swarmha.deploy.image.ResolveImage;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Extent;
import dev.swarmha.deploy.rotate.Rotate;
import dev.swarmha.deploy.saved.OutdatedPlanException;
import dev.swarmha.deploy.saved.SavedPlan;
import dev.swarmha.deploy.saved.SavedPlanDocument;
import dev.swarmha.document.Document;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans that are saved, and applied as they are or not at all. */
final class SavedPlanTest {

  private final DeployScene scene = new DeployScene();

  @Test
  void appliesWhatWasPlanned() {
    scene.deploy(shop("1", "first"));
    SavedPlan plan = saved(shop("2", "first"));

    Outcome outcome = apply(plan);

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.swarm.service("shop_web").pinnedImage()).startsWith("web:2@sha256:");
    assertThat(diff(shop("2", "first"), Extent.ALL)).isEmpty();
  }

  @Test
  void isTheSameAfterItWasWrittenAndRead() {
    scene.deploy(shop("1", "first"));
    SavedPlan plan = plan(shop("2", "second"), new Extent(Set.of("shop_web"), true), false);

    assertThat(SavedPlanDocument.read(SavedPlanDocument.write(plan)).withContents(second()))
        .isEqualTo(plan);
  }

  @Test
  void hasNoValueOfASecret() {
    SavedPlan plan = saved(shop("1", "hunter2"));

    String text = SavedPlanDocument.write(plan).toString();

    assertThat(text).doesNotContain("hunter2").doesNotContain(base64("hunter2"));
    assertThat(text).doesNotContain(payload("hunter2").digest());
  }

  @Test
  void takesTheContentsOfNewSecretsFromTheFiles() {
    StackBuilder file = shop("1", "first");
    SavedPlan plan = saved(file);

    assertThat(plan.needsContents()).isTrue();
    assertThat(apply(plan.withContents(file.build()))).isInstanceOf(Outcome.Deployed.class);
    String name = scene.swarm.names(ResourceKind.SECRET).get(0);
    assertThat(scene.swarm.payload(ResourceKind.SECRET, name)).isEqualTo(payload("first"));
  }

  @Test
  void takesTheContentsOfSecretsWithPlainNames() {
    StackBuilder file = shop("1", "first");
    DiffRequest request =
        new DiffRequest(file.build(), Extent.ALL, ResolveImage.ALWAYS, Rotate.NEVER, false);
    SavedPlan plan = read(request);

    assertThat(apply(plan.withContents(file.build()))).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.swarm.payload(ResourceKind.SECRET, "shop_key")).isEqualTo(payload("first"));
  }

  @Test
  void refusesOtherContentsThanThoseItWasMadeFrom() {
    SavedPlan plan = saved(shop("1", "first"));

    assertThatThrownBy(() -> plan.withContents(shop("1", "second").build()))
        .isInstanceOf(OutdatedPlanException.class)
        .hasMessageContaining("secret shop_key-")
        .hasMessageContaining("none of the files has its content any more");
  }

  @Test
  void isRefusedWhenAnObjectHasMoved() {
    scene.deploy(shop("1", "first"));
    SavedPlan plan = saved(shop("2", "first"));
    touch("shop_web");

    assertRefused(plan, "service shop_web was changed: version ");
  }

  @Test
  void isRefusedWhenObjectsHaveComeOrGone() {
    scene.deploy(shop("1", "first").service("old", "old:1"));
    SavedPlan plan = saved(shop("2", "first"));
    SwarmEngine engine = scene.swarm.connection().swarm();
    engine.remove(scene.swarm.service("shop_old").resource());
    Resource web = scene.swarm.service("shop_web").resource();
    engine.create(
        ResourceKind.SERVICE,
        web.spec().with("Name", Document.text("shop_new")),
        WriteOptions.NONE);

    assertRefused(plan, "service shop_old was removed", "service shop_new was made");
  }

  @Test
  void isRefusedWhenItIsAppliedASecondTime() {
    scene.deploy(shop("1", "first"));
    SavedPlan plan = saved(shop("2", "first"));
    apply(plan);

    assertRefused(plan, "service shop_web was changed");
  }

  @Test
  void givesTheLockBackWhenItIsRefused() {
    scene.deploy(shop("1", "first"));
    SavedPlan plan = saved(shop("2", "first"));
    touch("shop_web");

    assertRefused(plan, "shop_web");

    assertThat(scene.deploy(shop("2", "first"))).isInstanceOf(Outcome.Deployed.class);
  }

  @Test
  void prunesAndTouchesOnlyWhatWasPlanned() {
    scene.deploy(shop("1", "first").service("old", "old:1"));
    long old = scene.swarm.service("shop_old").version();

    apply(plan(shop("2", "first"), new Extent(Set.of("shop_web"), false), false));
    assertThat(scene.swarm.service("shop_old").version()).isEqualTo(old);

    apply(plan(shop("2", "first"), Extent.ALL, true));
    assertThat(scene.swarm.names(ResourceKind.SERVICE)).containsExactly("shop_web");
  }

  @Test
  void showsInADryRunWhetherItStillCanBeApplied() {
    scene.deploy(shop("1", "first"));
    SavedPlan plan = saved(shop("2", "second"));
    DeployRequest look = Requests.of(plan.desired()).dryRun().build();

    assertThat(new DeployStack(scene.world()).run(look, plan)).isInstanceOf(Outcome.Done.class);
    touch("shop_web");
    assertThatThrownBy(() -> new DeployStack(scene.world()).run(look, plan))
        .isInstanceOf(OutdatedPlanException.class);
  }

  private void assertRefused(SavedPlan plan, String... words) {
    scene.swarm.calls().clear();
    assertThatThrownBy(() -> apply(plan))
        .isInstanceOf(OutdatedPlanException.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
    assertThat(scene.changes()).isEmpty();
  }

  private Outcome apply(SavedPlan plan) {
    Requests request = Requests.of(plan.desired()).extent(plan.extent());
    return new DeployStack(scene.world())
        .run((plan.prune() ? request.prune() : request).build(), plan);
  }

  private SavedPlan saved(StackBuilder file) {
    return plan(file, Extent.ALL, false);
  }

  private SavedPlan plan(StackBuilder file, Extent extent, boolean prune) {
    SavedPlan read =
        read(new DiffRequest(file.build(), extent, ResolveImage.ALWAYS, Rotate.AUTO, prune));
    return read.needsContents() && extent.isPart() ? read.withContents(file.build()) : read;
  }

  /** As it is after it was written to a file and read again. */
  private SavedPlan read(DiffRequest request) {
    List<SavedPlan> plans = new ArrayList<>();
    new DiffStack(scene.world()).run(request, plans::add);
    return SavedPlanDocument.read(SavedPlanDocument.write(plans.get(0)));
  }

  private List<?> diff(StackBuilder file, Extent extent) {
    return new DiffStack(scene.world())
        .run(new DiffRequest(file.build(), extent, ResolveImage.NEVER, Rotate.AUTO, false))
        .objects();
  }

  private void touch(String service) {
    Resource found = scene.swarm.service(service).resource();
    scene.swarm.connection().swarm().update(found, found.spec(), WriteOptions.NONE);
  }

  private static DesiredStack second() {
    return shop("2", "second").build();
  }

  private static StackBuilder shop(String version, String key) {
    return stack("shop")
        .secret("shop_key", key)
        .config("shop_site", "site")
        .network("shop_inner")
        .service(
            "web", "web:" + version, it -> config("shop_site").apply(secret("shop_key").apply(it)));
  }

  private static Payload payload(String text) {
    return Payload.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(payload(text).bytes());
  }
}
