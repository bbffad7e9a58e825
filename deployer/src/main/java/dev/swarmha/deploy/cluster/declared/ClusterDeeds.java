package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.deploy.cluster.declared.ClusterStep.ChangeNode;
import dev.swarmha.deploy.cluster.declared.ClusterStep.ChangeRole;
import dev.swarmha.deploy.cluster.declared.ClusterStep.ChangeSettings;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Create;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Deed;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Init;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Join;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Relabel;
import dev.swarmha.deploy.cluster.declared.ClusterStep.RemoveFormer;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.SwarmMembership.InitRequest;
import dev.swarmha.engine.SwarmSettings;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.stack.cluster.ClusterFile.SwarmOptions;
import dev.swarmha.stack.cluster.ClusterMachine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How each step of a cluster's plan is made. What is done already is not done again. */
final class ClusterDeeds {

  private static final int ROUNDS = 5;

  private final OpenMachines machines;
  private final SwarmOptions options;
  private final Deadline deadline;
  private @Nullable EngineConnection swarm;
  private Optional<String> unlockKey = Optional.empty();

  ClusterDeeds(
      OpenMachines machines,
      SwarmOptions options,
      Optional<EngineConnection> swarm,
      Deadline deadline) {
    this.machines = machines;
    this.options = options;
    this.swarm = swarm.orElse(null);
    this.deadline = deadline;
  }

  /** The key of a swarm that was locked on the way. */
  Optional<String> unlockKey() {
    return unlockKey;
  }

  void make(Deed deed) throws InterruptedException {
    if (deed instanceof Init init) {
      init(init.machine());
    } else if (deed instanceof Join join) {
      arrivals().join(join.machine());
    } else if (deed instanceof ChangeSettings) {
      changeSettings();
    } else if (deed instanceof ChangeRole role) {
      arrivals().changeRole(role);
    } else if (deed instanceof ChangeNode node) {
      changeNode(node);
    } else if (deed instanceof RemoveFormer former) {
      arrivals().removeFormer(former);
    } else if (deed instanceof Create create) {
      WriteOptions content = create.payload().map(WriteOptions::of).orElse(WriteOptions.NONE);
      swarm().swarm().create(create.of(), create.spec(), content);
    } else if (deed instanceof Relabel relabel) {
      swarm().swarm().update(relabel.observed(), relabel.spec(), WriteOptions.NONE);
    }
  }

  private EngineConnection swarm() {
    if (swarm == null) {
      throw new IllegalStateException("there is no swarm yet");
    }
    return swarm;
  }

  private Arrivals arrivals() {
    return new Arrivals(machines, swarm(), deadline);
  }

  private void init(ClusterMachine machine) {
    machines
        .to(machine)
        .membership()
        .initialize(
            new InitRequest(
                machine.addresses().advertise(),
                machine.addresses().listen().orElse(InitRequest.DEFAULT_LISTEN_ADDRESS),
                machine.addresses().dataPath(),
                pools(),
                options.subnetSize(),
                options.autolock().orElse(false)));
    swarm = machines.swarm(List.of(machine), deadline.timeline());
    readUnlockKey(options.autolock().orElse(false));
  }

  /** A size alone would be lost: it counts for the Engine's own pool only if that is named. */
  private List<String> pools() {
    return options.addressPools().isEmpty() && options.subnetSize().isPresent()
        ? List.of("10.0.0.0/8")
        : options.addressPools();
  }

  private void readUnlockKey(boolean locked) {
    if (locked) {
      unlockKey = swarm().membership().unlockKey();
    }
  }

  private void changeSettings() {
    SettingsChange change = new SettingsChange(options);
    for (int round = 1; ; round++) {
      SwarmSettings settings = swarm().membership().settings();
      Mapping changed = change.on(settings.spec());
      if (changed.equals(settings.spec())) {
        return;
      }
      try {
        swarm().membership().change(settings, changed);
        boolean wasLocked = SettingsChange.isLocked(settings.spec());
        readUnlockKey(SettingsChange.isLocked(changed) && !wasLocked);
        return;
      } catch (StaleVersionException moved) {
        if (round == ROUNDS) {
          throw moved;
        }
      }
    }
  }

  private void changeNode(ChangeNode change) {
    ResourceId id =
        change
            .node()
            .or(() -> machines.to(change.machine()).swarm().info().node())
            .orElseThrow(
                () -> new NotFoundException(change.machine() + " is no node of the swarm"));
    for (int round = 1; ; round++) {
      Resource node =
          swarm()
              .swarm()
              .find(ResourceKind.NODE, id)
              .orElseThrow(() -> new NotFoundException("node " + id + " is gone"));
      Mapping changed = changed(node.spec(), change);
      if (changed.equals(node.spec())) {
        return;
      }
      try {
        swarm().swarm().update(node, changed, WriteOptions.NONE);
        return;
      } catch (StaleVersionException moved) {
        if (round == ROUNDS) {
          throw moved;
        }
      }
    }
  }

  private static Mapping changed(Mapping spec, ChangeNode change) {
    Map<String, String> labels = new LinkedHashMap<>(spec.mapping("Labels").texts());
    labels.putAll(change.labels());
    Mapping labelled =
        labels.equals(spec.mapping("Labels").texts())
            ? spec
            : spec.with("Labels", Mapping.ofTexts(labels));
    return change
        .availability()
        .map(wanted -> Document.text(wanted.name().toLowerCase(Locale.ROOT)))
        .map(wanted -> labelled.with("Availability", wanted))
        .orElse(labelled);
  }
}
