package dev.swarmha.deploy.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.render.YamlWriter;
import dev.swarmha.stack.source.StackSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no file can say of a live stack is told, by service and field. */
final class ExportWarningsTest {

  private static final DocumentPath CONTAINER = DocumentPath.of("TaskTemplate", "ContainerSpec");

  private final ExportScene scene;

  ExportWarningsTest(@TempDir Path directory) {
    this.scene = new ExportScene(directory);
  }

  @Test
  void namesTheFieldAndWhatADeployWouldMakeOfIt() {
    deploy("services: {web: {image: web:1, volumes: [{type: tmpfs, target: /t}]}}");
    change(
        CONTAINER.child("Mounts"),
        Sequence.of(
            Mapping.builder()
                .put("Type", "tmpfs")
                .put("Target", "/t")
                .put(
                    "TmpfsOptions",
                    Mapping.of("Options", Sequence.of(Document.texts(List.of("noexec")))))
                .build()));

    assertThat(scene.export().warnings())
        .containsExactly(
            "service shop_web: the file cannot say"
                + " TaskTemplate.ContainerSpec.Mounts as it is, so a deploy would change it from"
                + " [{TmpfsOptions={Options=[[noexec]]}}] to nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{TaskTemplate: {ContainerSpec: {Hosts: [1.2.3.4 a b]}}}",
        "{TaskTemplate: {ContainerSpec: {DNSConfig: {Nameservers: [1.1.1.1, 1.1.1.1]}}}}",
        "{TaskTemplate: {ContainerSpec: {CapabilityAdd: [net_admin]}}}",
        "{TaskTemplate: {ContainerSpec: {Mounts: [{Type: volume, Target: /t, VolumeOptions:"
            + " {NoCopy: true}}]}}}",
        "{TaskTemplate: {ContainerSpec: {Labels: {com.docker.stack.namespace: other}}}}",
        "{TaskTemplate: {Resources: {Reservations: {GenericResources: [{NamedResourceSpec: {Kind:"
            + " gpu, Value: one}}]}}}}",
        "{TaskTemplate: {Networks: null}}",
        "{Labels: {com.docker.stack.image: null}}",
        "{FieldOfTomorrow: {A: 1}}",
      })
  void tellsOfEachFieldThatNoFileCanSay(String change) {
    deploy("services: {web: {image: web:1}}");
    scene.change("shop_web", spec -> over(spec, yaml(change)));

    ExportedStack exported = scene.export();

    assertThat(exported.warnings())
        .isNotEmpty()
        .allMatch(warning -> warning.contains("service shop_web: ") || warning.contains("create"));
    assertThat(scene.diff(YamlWriter.write(exported.file())).objects()).isNotEmpty();
  }

  @Test
  void tellsOfAnOrderThatAFileCannotKeep() {
    deploy("services: {web: {image: web:1, environment: {A: 1, B: 2}}}");
    change(CONTAINER.child("Env"), Document.texts(List.of("B=2", "A=1")));

    assertThat(scene.export().warnings()).hasSize(2).first().asString().contains("Env.0");
  }

  @Test
  void tellsOfAJobThatRunsLessTasksAtATimeThanItHas() {
    deploy("services: {web: {image: web:1, deploy: {mode: replicated-job, replicas: 4}}}");
    change(DocumentPath.of("Mode", "ReplicatedJob", "MaxConcurrent"), Document.number(2));

    assertThat(scene.export().warnings())
        .containsExactly(
            "service shop_web: the file cannot say Mode.ReplicatedJob.MaxConcurrent as it is,"
                + " so a deploy would change it from 2 to 4");
  }

  @Test
  void tellsOfWordsThatNoFileHasForAValue() {
    deploy("services: {web: {image: web:1}}");
    DocumentPath privileges = CONTAINER.child("Privileges");
    scene.change(
        "shop_web",
        spec ->
            spec.withAt(
                    privileges.child("Seccomp"),
                    Mapping.ofTexts(Map.of("Mode", "custom", "Profile", "bm8ganNvbg==")))
                .withAt(
                    DocumentPath.of("TaskTemplate", "Resources", "MemorySwappiness"),
                    Document.number(-1)));

    assertThat(scene.export().warnings())
        .allMatch(warning -> warning.startsWith("service shop_web: the file cannot say "))
        .extracting(warning -> warning.replaceAll(".*cannot say (\\S+) .*", "$1"))
        .containsExactlyInAnyOrder(
            "TaskTemplate.ContainerSpec.Privileges.Seccomp.Mode",
            "TaskTemplate.ContainerSpec.Privileges.Seccomp.Profile",
            "TaskTemplate.Resources.MemorySwappiness");
  }

  @Test
  void keepsWhatOthersChangedByHandAndTellsOfAnImageWithoutADigest() {
    deploy("services: {web: {image: web:1}}");
    scene.change(
        "shop_web",
        spec ->
            spec.withAt(DocumentPath.of("Mode", "Replicated", "Replicas"), Document.number(3))
                .withAt(CONTAINER.child("Image"), Document.text("web:2"))
                .withAt(DocumentPath.of("TaskTemplate", "ForceUpdate"), Document.number(4)));

    ExportedStack exported = scene.export();

    assertThat(exported.warnings())
        .singleElement()
        .asString()
        .startsWith(
            "service shop_web: a deploy that asks the registry would pin its image as"
                + " web:2@sha256:")
        .endsWith("; with --resolve-image never it leaves that alone");
    assertThat(exported.file().at("services", "web", "image")).contains(Document.text("web:2"));
    assertThat(exported.file().at("services", "web", "deploy", "replicas"))
        .contains(Document.number(3));
  }

  @Test
  void tellsOfPlatformsThatOnlyTheRegistryKnows() {
    deploy("services: {web: {image: web:1}}");
    change(DocumentPath.of("TaskTemplate", "Placement"), Mapping.empty());

    assertThat(scene.export().warnings())
        .containsExactly(
            "service shop_web: a deploy that asks the registry would note the platforms of its"
                + " image; with --resolve-image never it leaves that alone");
  }

  @Test
  void tellsOfVariablesThatWhoeverDeploysGivesAValue() {
    deploy("services: {web: {image: web:1, environment: {A: '', HOME_: , C: d}}}");

    assertThat(scene.export().warnings())
        .containsExactly(
            "services.web.environment: A, HOME_ have no values; a deploy gives them those of the"
                + " variables of these names where it is deployed from, if they are set there");
  }

  @Test
  void leavesOutWhatIsNoServiceOfAFile() {
    deploy("services: {web: {image: web:1}}");
    scene
        .engine()
        .create(
            ResourceKind.SERVICE,
            ServiceSpecBuilder.service("other", "web:1")
                .label(Selector.STACK_LABEL, "shop")
                .build(),
            WriteOptions.NONE);

    ExportedStack exported = scene.export();

    assertThat(exported.warnings())
        .containsExactly(
            "service other belongs to the stack but has a name that no file can give it; it is"
                + " left out, and a deploy leaves it alone");
    assertThat(exported.file().mapping("services").keys()).containsExactly("web");
  }

  @Test
  void tellsWhatOfANetworkTheFileLoses() {
    scene
        .engine()
        .create(
            ResourceKind.NETWORK,
            Mapping.builder()
                .put("Name", "shop_default")
                .put("Driver", "macvlan")
                .put("ConfigFrom", Mapping.ofTexts(Map.of("Network", "lan")))
                .put("Labels", Mapping.ofTexts(Map.of(Selector.STACK_LABEL, "shop")))
                .build(),
            WriteOptions.NONE);
    deploy("services: {web: {image: web:1}}");

    assertThat(scene.export().warnings())
        .containsExactly(
            "network shop_default: the file cannot say ConfigFrom as it is ({Network=lan}); that"
                + " matters only where a deploy has to make the network");
  }

  private static Mapping yaml(String text) {
    Diagnostics problems = new Diagnostics();
    return new YamlParser().parse(new StackSource("change", text), problems).orElseThrow();
  }

  /** A mapping with another laid over it, key by key; a key with null goes. */
  private static Mapping over(Mapping under, Mapping over) {
    Mapping both = under;
    for (Map.Entry<String, Document> entry : over.entries().entrySet()) {
      Optional<Mapping> below = entry.getValue().asMapping();
      both =
          entry.getValue().isNull()
              ? both.without(entry.getKey())
              : both.with(
                  entry.getKey(),
                  below
                      .<Document>map(more -> over(under.mapping(entry.getKey()), more))
                      .orElse(entry.getValue()));
    }
    return both;
  }

  private void change(DocumentPath path, Document value) {
    scene.change("shop_web", spec -> spec.withAt(path, value));
  }

  private void deploy(String yaml) {
    assertThat(scene.deploy(yaml)).isInstanceOf(Outcome.Detached.class);
  }
}
