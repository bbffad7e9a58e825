package dev.swarmha.engine.testkit;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A miniature swarm on virtual time, with everything around it. Programs see it through the ports;
 * tests script what happens in it (an image is never healthy, a node goes down) and look at what
 * has become of it. Nothing happens until the {@link #timeline()} moves.
 */
public final class InMemorySwarm {

  private final World world;
  private final ScriptedProber prober;

  InMemorySwarm(World world) {
    this.world = world;
    this.prober = new ScriptedProber(this);
  }

  /** A swarm of machines, of which the first is its only manager. */
  public static InMemorySwarm withNodes(String first, String... others) {
    SwarmBuilder builder = builder().manager(first);
    for (String other : others) {
      builder.worker(other);
    }
    return builder.build();
  }

  /** Machines with Engines that are in no swarm yet. */
  public static InMemorySwarm bare(String... names) {
    SwarmBuilder builder = builder();
    for (String name : names) {
      builder.bare(name);
    }
    return builder.build();
  }

  public static SwarmBuilder builder() {
    return new SwarmBuilder();
  }

  public VirtualTimeline timeline() {
    return world.timeline();
  }

  /** Lets this much time pass. */
  public void advance(Duration time) {
    timeline().advance(time);
  }

  /** A new connection to the first Engine. */
  public EngineConnection connection() {
    return new InMemoryEngine(world, world.machines().get(0));
  }

  /** A new connection to the Engine of a machine. */
  public EngineConnection engine(String name) {
    return new InMemoryEngine(world, world.machine(name));
  }

  public Prober prober() {
    return prober;
  }

  /** The calls that were made to any of the Engines. */
  public Calls calls() {
    return world.calls();
  }

  public ImageScript image(String reference) {
    return new ImageScript(world.images(), reference);
  }

  public NodeScript node(String name) {
    return new NodeScript(world, world.machine(name));
  }

  /** What answers at a URL, or at {@code tcp://HOST:PORT}. */
  public EndpointScript endpoint(String address) {
    return prober.endpoint(address);
  }

  /**
   * From now on a rollback may be complete in the managers' eyes while a task is still to come up:
   * they see a failure before they replace the failed task. Real managers do both, by chance.
   */
  public void completesRollbacksEarly() {
    world.observedCluster().letUpdaterWinRaces();
  }

  /** No Engine answers us for this long; the swarm goes on. */
  public void engineUnreachableFor(Duration time) {
    world.faults().unreachableUntil(timeline().instant().plus(time));
  }

  /** The next call of a method of a port, such as {@code update}, fails without any effect. */
  public void failNextCall(String method, EngineException failure) {
    world.faults().plan(method, new Faults.Refusal(failure));
  }

  /** The next call of a method takes effect, but its answer is lost on the way. */
  public void loseNextAnswer(String method) {
    world.faults().plan(method, new Faults.LostAnswer());
  }

  /**
   * The next call of a method is lost on its way; the caller cannot tell that from a lost answer.
   */
  public void loseNextRequest(String method) {
    world.faults().plan(method, new Faults.LostRequest());
  }

  /** The leader steps down; until the managers have elected one again, none of them can answer. */
  public void losesItsLeader() {
    world.observedCluster().membership().loseLeader();
  }

  /**
   * From now on a call takes this long where there is no leader, as the Engine's own limit has it.
   */
  public void leaderlessCallsTake(Duration time) {
    world.faults().leaderlessCallsTake(time);
  }

  /** From now on each answer takes this long to come to its end. */
  public void answersTake(Duration time) {
    world.faults().answersTake(time);
  }

  /** Something happens just before the next call of a method reaches the Engine. */
  public void beforeNextCall(String method, Runnable event) {
    world.faults().plan(method, new Faults.Interference(event));
  }

  /**
   * A service by name.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public ServiceView service(String name) {
    ClusterState state = world.observedCluster().state();
    StoredObject found =
        state
            .find(ResourceKind.SERVICE, name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no service " + name + " among " + names(ResourceKind.SERVICE)));
    return new ServiceView(state, found);
  }

  /** The names of all objects of a kind, sorted. */
  public List<String> names(ResourceKind kind) {
    return world.observedCluster().state().all(kind).stream().map(StoredObject::name).toList();
  }

  /** An object as it is stored, without a call to an Engine. */
  public Optional<Resource> find(ResourceKind kind, String name) {
    return world.observedCluster().state().find(kind, name).map(StoredObject::toResource);
  }

  /** The bytes of a secret or config, which no Engine gives back. */
  public Payload payload(ResourceKind kind, String name) {
    Supplier<IllegalArgumentException> nothing =
        () -> new IllegalArgumentException("no " + kind.word() + " " + name + " with data");
    return world
        .observedCluster()
        .state()
        .find(kind, name)
        .flatMap(StoredObject::payload)
        .orElseThrow(nothing);
  }
}
