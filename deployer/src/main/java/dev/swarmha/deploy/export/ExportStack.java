package dev.swarmha.deploy.export;

import dev.swarmha.deploy.UnknownStack;
import dev.swarmha.deploy.plan.ComparisonRules;
import dev.swarmha.deploy.plan.Generations;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.deploy.revision.MinAvailable;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.deploy.words.SpecWords;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.ImageRegistry.ImageManifest;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.stack.render.StackFileWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Writes a live stack as a stack file that {@code docker stack deploy} accepts and whose deploy
 * changes nothing. That is not hoped for: the file is read again and planned against the swarm, and
 * whatever the plan would still change is a warning.
 */
public final class ExportStack {

  private final SwarmEngine engine;
  private final ImageRegistry images;
  private final Timeline timeline;
  private final RevisionStore revisions;

  public ExportStack(EngineConnection connection, Timeline timeline) {
    this.engine = connection.swarm();
    this.images = connection.images();
    this.timeline = timeline;
    this.revisions = new RevisionStore(engine);
  }

  /**
   * Exports a stack.
   *
   * @throws dev.swarmha.engine.NotFoundException when nothing belongs to such a stack
   */
  public ExportedStack run(String stack) {
    Snapshot snapshot = Snapshot.ofStack(engine, timeline, stack, ExternalNames.NONE);
    if (snapshot.services().isEmpty()) {
      throw UnknownStack.named(stack, engine);
    }
    List<String> warnings = new ArrayList<>();
    List<Resource> services = new ArrayList<>();
    LeftOut leftOut = new LeftOut(stack);
    for (Resource service : snapshot.services()) {
      leftOut.why(service).ifPresentOrElse(warnings::add, () -> services.add(service));
    }
    ImageRegistry registry = remembering(images);
    Mapping exported = withMinAvailable(stack, file(stack, snapshot, services, registry));
    StackFileWriter.Written written = StackFileWriter.write(exported);
    Mapping file = KeyOrder.of(written.file());
    warnings.addAll(EmptyVariables.warnings(file));
    warnings.addAll(new Rereading(engine, registry, timeline).warnings(stack, file));
    return new ExportedStack(stack, file, written.warnings(), warnings);
  }

  /** A registry that is asked once only for each image. */
  private static ImageRegistry remembering(ImageRegistry registry) {
    Map<String, Optional<ImageManifest>> answers = new HashMap<>();
    return (image, auth) ->
        answers.computeIfAbsent(image, name -> registry.inspect(name, Optional.empty()));
  }

  /** What no spec holds, and the revisions of the stack do. */
  private Mapping withMinAvailable(String stack, Mapping file) {
    MinAvailable declared = MinAvailable.of(stack, revisions);
    Mapping services = file.mapping("services");
    for (String key : services.keys()) {
      OptionalLong tasks = declared.of(stack + "_" + key);
      if (tasks.isPresent()) {
        Mapping entry = services.mapping(key);
        Mapping ours =
            entry.mapping("x-swarmha").with("minAvailable", Document.number(tasks.getAsLong()));
        services = services.with(key, entry.with("x-swarmha", ours));
      }
    }
    return file.with("services", services);
  }

  private static Mapping file(
      String stack, Snapshot snapshot, List<Resource> services, ImageRegistry registry) {
    Declarations declarations = new Declarations(stack);
    Map<String, String> ownNetworks = networks(stack, snapshot, declarations);
    Map<String, Mapping> said = said(stack, snapshot, services, registry);
    // The docker CLI finds the config of a credential spec by its full name alone.
    said.values().stream()
        .flatMap(entry -> entry.mapping("credential_spec").text("config").stream())
        .forEach(name -> declarations.externalByName("configs", name));
    Map<String, String> plainNames = plainNames(snapshot);
    Map<String, Mapping> entries = new TreeMap<>();
    said.forEach(
        (key, entry) ->
            entries.put(
                key, new ServiceEntry(key, declarations, ownNetworks, plainNames).of(entry)));
    Mapping.Builder file = Mapping.builder().put("services", Mapping.of(entries));
    return file.putAll(declarations.sections()).build();
  }

  /** The services in the words of a file, by their keys. */
  private static Map<String, Mapping> said(
      String stack, Snapshot snapshot, List<Resource> services, ImageRegistry registry) {
    ComparisonRules rules = new ComparisonRules(Reconciler.networkNames(snapshot));
    AskedPlatforms platforms = new AskedPlatforms(registry);
    Map<String, Mapping> said = new TreeMap<>();
    for (Resource service : services) {
      String key = service.name().substring(stack.length() + 1);
      Mapping entry = SpecWords.service(rules.named(service.spec())).said();
      said.put(key, platforms.only(entry, service.spec()));
    }
    return said;
  }

  private static Map<String, String> plainNames(Snapshot snapshot) {
    Map<String, String> plain = new TreeMap<>();
    for (ResourceKind kind : List.of(ResourceKind.SECRET, ResourceKind.CONFIG)) {
      for (Resource each : snapshot.all(kind)) {
        each.label(Generations.LABEL).ifPresent(name -> plain.put(each.name(), name));
      }
    }
    return plain;
  }

  private static Map<String, String> networks(
      String stack, Snapshot snapshot, Declarations declarations) {
    Map<String, String> keys = new TreeMap<>();
    snapshot.all(ResourceKind.NETWORK).stream()
        .filter(Selector.stack(stack)::matches)
        .forEach(
            network -> {
              Mapping entry = NetworkEntry.of(network.spec()).said();
              keys.put(network.name(), declarations.own("networks", network.name(), entry));
            });
    return keys;
  }
}
