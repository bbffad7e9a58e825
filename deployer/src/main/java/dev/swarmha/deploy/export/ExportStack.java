package dev.swarmha.deploy.export;

import dev.swarmha.deploy.plan.ComparisonRules;
import dev.swarmha.deploy.plan.Generations;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.deploy.words.SpecWords;
import dev.swarmha.deploy.words.Worded;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a live stack as a stack file that {@code docker stack deploy} accepts and whose deploy
 * changes nothing. That is not hoped for: the file is read again and planned against the swarm, and
 * whatever the plan would still change is a warning.
 */
public final class ExportStack {

  private final SwarmEngine engine;
  private final Timeline timeline;

  public ExportStack(SwarmEngine engine, Timeline timeline) {
    this.engine = engine;
    this.timeline = timeline;
  }

  /**
   * Exports a stack.
   *
   * @throws NotFoundException when nothing belongs to such a stack
   */
  public ExportedStack run(String stack) {
    Snapshot snapshot = Snapshot.ofStack(engine, timeline, stack, ExternalNames.NONE);
    if (snapshot.services().isEmpty()) {
      throw new NotFoundException("there is no stack \"" + stack + "\"; see: swarmha ls");
    }
    List<String> warnings = new ArrayList<>();
    Mapping file = KeyOrder.of(Escape.variables(file(stack, snapshot, warnings)));
    warnings.addAll(new Rereading(engine, timeline).warnings(stack, file));
    return new ExportedStack(stack, file, warnings);
  }

  private static Mapping file(String stack, Snapshot snapshot, List<String> warnings) {
    Declarations declarations = new Declarations(stack);
    Set<String> ownNetworks = networks(stack, snapshot, declarations, warnings);
    ComparisonRules rules = new ComparisonRules(Reconciler.networkNames(snapshot));
    Map<String, String> plainNames = plainNames(snapshot);
    Map<String, Mapping> services = new TreeMap<>();
    for (Resource service : snapshot.services()) {
      String prefix = stack + "_";
      if (!service.name().startsWith(prefix)) {
        warnings.add(
            "service "
                + service.name()
                + " belongs to the stack but has a name that no file can give it;"
                + " it is left out, and a deploy leaves it alone");
        continue;
      }
      String key = service.name().substring(prefix.length());
      Worded worded = SpecWords.service(rules.named(service.spec()));
      services.put(
          key, new ServiceEntry(key, declarations, ownNetworks, plainNames).of(worded.said()));
    }
    Mapping.Builder file = Mapping.builder().put("services", Mapping.of(services));
    return file.putAll(declarations.sections()).build();
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

  private static Set<String> networks(
      String stack, Snapshot snapshot, Declarations declarations, List<String> warnings) {
    List<Resource> own =
        snapshot.all(ResourceKind.NETWORK).stream().filter(Selector.stack(stack)::matches).toList();
    for (Resource network : own) {
      Worded worded = NetworkEntry.of(network.spec());
      declarations.own("networks", network.name(), worded.said());
      worded
          .unsaidFields()
          .forEach(
              (path, value) ->
                  warnings.add(
                      "network "
                          + network.name()
                          + ": a stack file has no words for "
                          + path
                          + ": "
                          + value));
    }
    return own.stream().map(Resource::name).collect(Collectors.toSet());
  }
}
