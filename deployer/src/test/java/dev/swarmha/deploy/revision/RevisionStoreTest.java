package dev.swarmha.deploy.revision;

import static dev.swarmha.deploy.StackBuilder.config;
import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.StackBuilder;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.deploy.plan.HealthTarget.Expectation;
import dev.swarmha.deploy.revision.Revision.State;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.wait.Milestone;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.probe.HealthCheck;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RevisionStoreTest {

  private static final Caption CAPTION =
      new Caption(
          Optional.of("new prices"),
          new Provenance(
              Optional.of("user-a"),
              Optional.of("build-7"),
              Optional.of("https://ci.test/5"),
              Optional.of("0123456789")),
          Optional.of(1));

  /** What a reader of YAML may take for something else. */
  private static final List<String> ODD_TEXTS =
      List.of(
          "",
          " ",
          "~",
          "null",
          "true",
          "y",
          "0o17",
          "1e3",
          "1_000",
          "2001-12-14",
          "<<",
          "=",
          "- x",
          "# x",
          "a: b",
          "a #b",
          "'",
          "\"",
          "\\",
          "\t",
          "a\tb ",
          "\n",
          "a\n\nb\n",
          "\r\n",
          "\u0001",
          "\u0085",
          "\u2028",
          "\ufeff",
          "\ud83d\ude00",
          "---",
          "\n---\n",
          "...",
          "%x",
          "@x",
          "`x",
          "!x",
          "&a",
          "*a",
          "|",
          ">",
          "{",
          "[",
          "?",
          ":",
          ",",
          "x".repeat(3000));

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1");
  private final SwarmEngine engine = swarm.connection().swarm();
  private final RevisionStore store = new RevisionStore(engine);

  private static StackBuilder shop() {
    return stack("shop")
        .config("shop_site", "hello")
        .secret("shop_password", "hunter2")
        .serviceUsing("db", "db:1", "shop_password", "shop_backend")
        .service("web", "web:1", config("shop_site"))
        .needs("web", "db", Milestone.UP)
        .dependsOn("db", "web");
  }

  private Revision open(DesiredStack desired) {
    return store.open(new StackRecord(desired, Optional.of(nothing())), CAPTION);
  }

  private static DesiredStack nothing() {
    return stack("shop").build();
  }

  private StackRecord record(Revision revision) {
    return store.record(revision).orElseThrow();
  }

  private List<String> configs() {
    return swarm.names(ResourceKind.CONFIG);
  }

  @Test
  void tellsEverythingButTheValuesOfSecrets() {
    DesiredStack desired =
        shop()
            .health(
                new HealthTarget.ServicePort(
                    "shop_web", 8080, Optional.of("/health"), true, Expectation.DEFAULT))
            .health(
                address(
                    new HealthProbe.Http(
                        URI.create("http://shop.test/?a=b"),
                        StatusRanges.parse("200-204,301"),
                        Optional.of("fine: yes"),
                        Duration.ofMillis(1500))))
            .health(address(new HealthProbe.Tcp("db.test", 5432, Duration.ofSeconds(3))))
            .build();
    DesiredStack before = shop().service("old", "old:1").build();

    Revision revision = store.open(new StackRecord(desired, Optional.of(before)), CAPTION);

    StackRecord told = record(revision);
    assertThat(told.specs()).isEqualTo(new StackRecord(desired, Optional.empty()).specs());
    assertThat(told.desired().dependencies()).isEqualTo(desired.dependencies());
    assertThat(told.desired().health()).isEqualTo(desired.health());
    assertThat(told.desired().externals())
        .containsExactly(new ResourceRef(ResourceKind.NETWORK, "shop_backend"));
    assertThat(told.before().orElseThrow().all(ResourceKind.SERVICE))
        .isEqualTo(before.all(ResourceKind.SERVICE));
    assertThat(payload(told, ResourceKind.CONFIG, "shop_site"))
        .contains(Payload.of("hello".getBytes(StandardCharsets.UTF_8)));
    assertThat(payload(told, ResourceKind.SECRET, "shop_password")).isEmpty();
    assertThat(plain(revision)).doesNotContain("hunter2").doesNotContain("aHVudGVyMg");
  }

  private static HealthTarget address(HealthProbe probe) {
    return new HealthTarget.Address(new HealthCheck(probe, 2, 7, Duration.ofMillis(250)));
  }

  private static Optional<Payload> payload(StackRecord record, ResourceKind kind, String name) {
    return record.desired().find(new ResourceRef(kind, name)).orElseThrow().payload();
  }

  private String plain(Revision revision) {
    byte[] data = swarm.payload(ResourceKind.CONFIG, "shop.swarmha.r" + revision.number()).bytes();
    return new String(Compression.plain(data).orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void readsLabelsAsTheyWereWritten() {
    Revision opened = open(shop().build());
    Reason reason =
        new Reason(
            "shop_web",
            Optional.of(new Reason.FailedTask(new ResourceId("t1"), "shop_web.1")),
            Optional.of("n1"),
            "task: non-zero exit (1): 'a' \"b\"\nline",
            List.of("PASSWORD=hunter2"));

    store.close(
        opened,
        new Standing(State.ROLLED_BACK, Optional.of(Duration.ofMillis(1234)), List.of(reason)));

    Revision read = store.list("shop").get(0);
    assertThat(read.caption()).isEqualTo(CAPTION);
    assertThat(read.standing())
        .isEqualTo(
            new Standing(
                State.ROLLED_BACK,
                Optional.of(Duration.ofMillis(1234)),
                List.of(reason.withLogTail(List.of()))));
    assertThat(read.createdAt()).isEqualTo(swarm.timeline().instant());
  }

  @Test
  void givesTextsBackWhateverTheyAre() {
    Mapping.Builder labels = Mapping.builder();
    for (int i = 0; i < ODD_TEXTS.size(); i++) {
      labels.put("label" + i, ODD_TEXTS.get(i));
      if (!ODD_TEXTS.get(i).isEmpty()) {
        labels.put(ODD_TEXTS.get(i), "value");
      }
    }
    DesiredStack desired =
        stack("shop")
            .service("web", "web:1", it -> it.with(DocumentPath.of("Labels"), labels.build()))
            .build();

    assertThat(record(open(desired)).specs())
        .isEqualTo(new StackRecord(desired, Optional.empty()).specs());
  }

  @Test
  void needsSeveralConfigsForAGreatStack() {
    DesiredStack great = great();

    Revision revision = open(great);

    assertThat(configs())
        .containsExactly("shop.swarmha.r1", "shop.swarmha.r1.p2", "shop.swarmha.r1.p3");
    assertThat(record(revision).specs())
        .isEqualTo(new StackRecord(great, Optional.empty()).specs());
    assertThat(store.list("shop")).hasSize(1);
    assertThat(RevisionStore.current(store.list("shop"))).isEmpty();
    store.forget(revision);
    assertThat(configs()).isEmpty();
  }

  /** Environment that does not get smaller. */
  private static DesiredStack great() {
    StackBuilder file = stack("shop");
    Random random = new Random(1);
    for (int i = 0; i < 30; i++) {
      byte[] noise = new byte[75_000];
      random.nextBytes(noise);
      String text = Base64.getEncoder().encodeToString(noise);
      file.service("web" + i, "web:1", it -> it.env("NOISE=" + text));
    }
    return file.build();
  }

  @Test
  void knowsNothingOfARevisionThatIsHalfWritten() {
    open(shop().build());
    swarm.beforeNextCall(
        "create",
        () ->
            swarm.beforeNextCall(
                "create",
                () -> swarm.failNextCall("create", new EngineUnreachableException("", null))));

    assertThatThrownBy(() -> open(great())).isInstanceOf(EngineUnreachableException.class);

    assertThat(configs())
        .containsExactly("shop.swarmha.r1", "shop.swarmha.r2.p2", "shop.swarmha.r2.p3");
    assertThat(store.list("shop")).extracting(Revision::number).containsExactly(1);
    assertThat(open(shop().build()).number()).isEqualTo(2);
    assertThat(configs()).containsExactly("shop.swarmha.r1", "shop.swarmha.r2");
  }

  @Test
  void doesNotTellWhatAPartIsMissingOf() {
    Revision revision = open(great());
    engine.remove(find("shop.swarmha.r1.p2"));

    assertThat(store.record(revision)).isEmpty();
  }

  @Test
  void doesNotTellWhatIsDamaged() {
    create("shop.swarmha.r1", "1", new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});

    assertThat(store.record(store.list("shop").get(0))).isEmpty();
  }

  @Test
  void readsRevisionsOfEarlierVersions() {
    create(
        "shop.swarmha.r1",
        "1",
        "services: {}\n---\nservice:\n  shop_web:\n    Name: shop_web\n"
            .getBytes(StandardCharsets.UTF_8));
    create("shop.swarmha.r2", "2", "services: {}\n".getBytes(StandardCharsets.UTF_8));

    List<Revision> revisions = store.list("shop");

    assertThat(record(revisions.get(0)).specs())
        .containsOnlyKeys(new ResourceRef(ResourceKind.SERVICE, "shop_web"));
    assertThat(record(revisions.get(0)).before()).isEmpty();
    assertThat(store.record(revisions.get(1))).isEmpty();
    assertThat(revisions.get(0).caption().provenance()).isEqualTo(Provenance.UNKNOWN);
  }

  @Test
  void leavesContentsOutThatNeedTooMuchRoom() {
    byte[] noise = new byte[200_000];
    new Random(1).nextBytes(noise);
    String content = Base64.getEncoder().encodeToString(noise);
    DesiredStack desired =
        stack("shop").config("shop_site", content + content.toLowerCase(Locale.ROOT)).build();

    StackRecord told = record(open(desired));

    assertThat(payload(told, ResourceKind.CONFIG, "shop_site")).isEmpty();
    assertThat(told.specs()).hasSize(1);
  }

  @Test
  void forgetsRevisionsThatAreOpenAndNoLongerTheNewest() {
    Revision deployed = open(shop().build());
    store.close(deployed, Standing.of(State.DEPLOYED));
    for (int i = 0; i < 4; i++) {
      open(shop().build());
    }

    store.forgetAllBut(2, "shop");

    assertThat(store.list("shop")).extracting(Revision::number).containsExactly(1, 4, 5);
  }

  @Test
  void doesNotMindWhatOthersPutIntoItsLabels() {
    create("shop.swarmha.rx", "many", "services: {}\n".getBytes(StandardCharsets.UTF_8));

    assertThat(store.list("shop")).extracting(Revision::number).containsExactly(0);
    assertThat(open(shop().build()).number()).isEqualTo(1);
  }

  private void create(String name, String number, byte[] data) {
    Mapping labels =
        Mapping.builder()
            .put("dev.swarmha.stack", "shop")
            .put("dev.swarmha.revision", number)
            .put("dev.swarmha.state", "deployed")
            .build();
    engine.create(
        ResourceKind.CONFIG,
        Mapping.builder().put("Name", name).put("Labels", labels).build(),
        WriteOptions.of(Payload.of(data)));
  }

  private Resource find(String name) {
    return engine.list(ResourceKind.CONFIG, Selector.names(name)).get(0);
  }
}
