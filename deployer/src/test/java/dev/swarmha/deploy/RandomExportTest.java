package dev.swarmha.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.export.ExportScene;
import dev.swarmha.deploy.export.ExportedStack;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.ComparisonRules;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.stack.render.YamlWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stack is live, a deploy of its exported file changes nothing, and makes the same anew.
 */
final class RandomExportTest {

  private static final int STACKS = Integer.getInteger("random.stacks", 40);

  private final Path directory;

  RandomExportTest(@TempDir Path directory) {
    this.directory = directory;
  }

  static LongStream seeds() {
    return LongStream.range(0, STACKS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void comesBackFromAStackOfTheFileFormat(long seed) {
    comesBack(new RandomStack(seed, false).text());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void comesBackFromAStackOfTheComposeSpecification(long seed) {
    comesBack(new RandomStack(seed, true).text());
  }

  private void comesBack(String text) {
    ExportScene live = new ExportScene(directory);
    live.external(ResourceKind.SECRET, "real_key");
    live.external(ResourceKind.CONFIG, "conf");
    live.external(ResourceKind.NETWORK, "proxy");
    assertThat(live.deploy(text)).isInstanceOf(Outcome.Detached.class);

    ExportedStack exported = live.export();
    String file = YamlWriter.writeStackFile(exported.file());

    assertThat(exported.warnings()).as(text).noneMatch(RandomExportTest::isLoss);
    assertThat(live.deploy(file)).as(text).isInstanceOf(Outcome.Unchanged.class);
    assertThat(live.export()).isEqualTo(exported);
    assertThat(specs(anew(exported.file()))).as(text).isEqualTo(specs(live));
  }

  /** Variables without a value are as they are; the environment here has no others. */
  private static boolean isLoss(String warning) {
    return !warning.contains(".environment: ");
  }

  /** Another swarm, where what the file takes for granted is there, and the file is deployed. */
  private ExportScene anew(Mapping file) {
    ExportScene scene = new ExportScene(directory);
    Map<String, ResourceKind> sections =
        Map.of("secrets", ResourceKind.SECRET, "configs", ResourceKind.CONFIG);
    sections.forEach(
        (section, kind) -> {
          Mapping entries = file.mapping(section);
          for (String key : entries.keys()) {
            scene.external(kind, entries.mapping(key).text("name").orElse(key));
          }
        });
    scene.external(ResourceKind.NETWORK, "proxy");
    assertThat(scene.deploy(YamlWriter.write(file))).isInstanceOf(Outcome.Detached.class);
    return scene;
  }

  /** The specs of what the stack owns, by name; what a stack uses may belong to others. */
  private static Map<String, Mapping> specs(ExportScene scene) {
    Snapshot snapshot =
        Snapshot.ofStack(scene.engine(), scene.swarm.timeline(), "shop", ExternalNames.NONE);
    ComparisonRules rules = new ComparisonRules(Reconciler.networkNames(snapshot));
    Map<String, Mapping> specs = new LinkedHashMap<>();
    for (Resource service : snapshot.services()) {
      specs.put(service.name(), rules.smallest(service.spec()));
    }
    snapshot.all(ResourceKind.NETWORK).stream()
        .filter(Selector.stack("shop")::matches)
        .forEach(network -> specs.put(network.name(), network.spec()));
    return specs;
  }
}
