package dev.swarmha.deploy.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.DeployStack;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.convert.SpecConverter;
import dev.swarmha.deploy.diff.DiffStack;
import dev.swarmha.deploy.diff.DiffStack.DiffRequest;
import dev.swarmha.deploy.diff.StackDiff;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.image.ResolveImage;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Extent;
import dev.swarmha.deploy.rotate.Rotate;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.model.StackLoader;
import dev.swarmha.stack.render.YamlWriter;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.source.StackSources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A swarm in memory to which a stack called shop is deployed, and which is looked at again. */
public final class ExportScene {

  public final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final Path directory;

  public ExportScene(Path directory) {
    this.directory = directory;
  }

  public SwarmEngine engine() {
    return swarm.connection().swarm();
  }

  public void external(ResourceKind kind, String name) {
    Mapping.Builder spec = Mapping.builder().put("Name", name);
    if (kind == ResourceKind.NETWORK) {
      engine().create(kind, spec.put("Driver", "overlay").build(), WriteOptions.NONE);
    } else {
      Payload payload = Payload.of("content".getBytes(StandardCharsets.UTF_8));
      engine().create(kind, spec.build(), WriteOptions.of(payload));
    }
  }

  public Outcome deploy(String yaml) {
    DeployRequest defaults = DeployRequest.of(load(yaml));
    return new DeployStack(world())
        .run(
            new DeployRequest(
                defaults.desired(),
                defaults.extent(),
                defaults.patience(),
                defaults.health(),
                defaults.resolveImage(),
                defaults.rotate(),
                defaults.onFailure(),
                true,
                false,
                false,
                defaults.recording(),
                defaults.lockTimeout()));
  }

  /** What a deploy would change. */
  public StackDiff diff(String yaml) {
    return diff(yaml, false);
  }

  public StackDiff diff(String yaml, boolean prune) {
    return new DiffStack(world())
        .run(new DiffRequest(load(yaml), Extent.ALL, ResolveImage.ALWAYS, Rotate.AUTO, prune));
  }

  private World world() {
    return new World(swarm.connection(), swarm.prober(), swarm.timeline(), ProgressSink.NONE);
  }

  public DesiredStack load(String yaml) {
    Loaded<DesiredStack> loaded =
        new StackLoader(new Environment(Map.of("HOME", "/home/me")))
            .load(StackSources.of(directory, new StackSource("stack.yml", yaml)))
            .then(stack -> new SpecConverter().convert("shop", stack));
    return loaded.value().orElseThrow(() -> new AssertionError(loaded.diagnostics().toString()));
  }

  public ExportedStack export() {
    return new ExportStack(swarm.connection(), swarm.timeline()).run("shop");
  }

  /** The file, of which there is nothing to warn. */
  String exported() {
    ExportedStack exported = export();
    assertThat(exported.warnings()).isEmpty();
    return YamlWriter.writeStackFile(exported.file());
  }

  /** Somebody changes a service by hand. */
  public void change(String service, UnaryOperator<Mapping> change) {
    Resource observed = engine().list(ResourceKind.SERVICE, Selector.names(service)).get(0);
    engine().update(observed, change.apply(observed.spec()), WriteOptions.NONE);
  }
}
