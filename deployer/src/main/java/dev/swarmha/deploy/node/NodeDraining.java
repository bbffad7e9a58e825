package dev.swarmha.deploy.node;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.Counted;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.SwarmWait;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.lock.LockLostException;
import dev.swarmha.deploy.outcome.BrokenOffException;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.surge.PutBack;
import dev.swarmha.deploy.surge.Surge;
import dev.swarmha.deploy.surge.SurgeEnd;
import dev.swarmha.deploy.surge.SurgeEnd.Course;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.Pace;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.TimedReading;
import dev.swarmha.wait.WaitResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One drain: nothing new comes to the node, replacements start elsewhere beside what runs, then the
 * node is drained, and once nothing is on its way any more the replica counts go back. Until the
 * node has been drained and all has moved, whatever goes wrong takes everything back.
 */
final class NodeDraining {

  private final World world;
  private final Patience patience;
  private final Deadline deadline;

  /** A drain whose time begins now. */
  NodeDraining(World world, Patience patience) {
    this.world = requireNonNull(world, "world");
    this.patience = requireNonNull(patience, "patience");
    this.deadline = Deadline.in(patience.timeout(), world.timeline());
  }

  /** Puts back the replica counts that a command has left raised that is no more. */
  void putBackLeftovers(DrainForecast forecast) {
    List<Resource> leftovers =
        Surge.leftovers(forecast.departures().stream().map(Departure::service).toList());
    if (!leftovers.isEmpty()) {
      PutBack back = new Surge(world).putBack(leftovers);
      back.notes().forEach(this::note);
      note("left by a command that was cut off: " + back.words());
    }
  }

  /**
   * Does it.
   *
   * @throws BrokenOffException when the Engine gives out in the middle
   */
  Outcome run(DrainForecast forecast) {
    NodeAvailability node = new NodeAvailability(world, forecast.node());
    try {
      return drain(forecast, node);
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return new Outcome.Interrupted("interrupted; " + node.words());
    } catch (LockLostException lost) {
      return new Outcome.Failed(
          "stopped, since a lock was lost; " + node.words() + ": " + lost.getMessage(),
          Optional.empty(),
          List.of());
    }
  }

  private Outcome drain(DrainForecast forecast, NodeAvailability node) throws InterruptedException {
    node.pause();
    Away away = new Away(forecast, node);
    SurgeEnd end;
    try {
      end = new Surge(world).during(surge(forecast), patience, deadline, away);
    } catch (EngineException trouble) {
      throw new BrokenOffException(trouble, node.takenBack());
    }
    end.back().notes().forEach(this::note);
    if (end.course() == Course.INTERRUPTED) {
      return new Outcome.Interrupted("interrupted; " + takenBack(node, end.back()));
    }
    if (end.course() == Course.NOT_UP) {
      return ended(end.up(), "not enough replacements run: " + takenBack(node, end.back()));
    }
    if (!away.result.succeeded()) {
      return ended(away.result, "not everything has moved: " + takenBack(node, end.back()));
    }
    return settled(forecast, end.back());
  }

  private static Map<Resource, Integer> surge(DrainForecast forecast) {
    Map<Resource, Integer> more = new LinkedHashMap<>();
    forecast.departures().stream()
        .filter(each -> each.surge() > 0)
        .forEach(each -> more.put(each.service(), each.surge()));
    return more;
  }

  private static String takenBack(NodeAvailability node, PutBack back) {
    return node.takenBack() + "; " + back.words();
  }

  private static Outcome ended(WaitResult result, String summary) {
    return result instanceof WaitResult.TimedOut
        ? new Outcome.TimedOut(summary, result.reasons())
        : new Outcome.Failed(summary, Optional.empty(), result.reasons());
  }

  /** The tasks that were there for a while go, and the services are what they were. */
  private Outcome settled(DrainForecast forecast, PutBack back) throws InterruptedException {
    String node = "node " + forecast.node().hostname() + " is drained";
    if (!back.isComplete()) {
      return new Outcome.Failed(node + ", but " + back.words(), Optional.empty(), List.of());
    }
    List<Resource> services = new ArrayList<>(back.restored());
    forecast.moving().stream()
        .filter(each -> each.surge() == 0 && each.lost() == 0)
        .forEach(each -> services.add(each.service()));
    WaitResult result = new SwarmWait(world).converged(services, patience, deadline);
    if (!result.succeeded()) {
      return ended(result, node + ", but its services have not come to rest");
    }
    int tasks = forecast.departures().stream().mapToInt(Departure::moving).sum();
    return new Outcome.Done(
        tasks == 0
            ? node
            : node
                + ": "
                + Counted.of(tasks, "task")
                + " of "
                + Counted.of(forecast.moving().size(), "service")
                + (tasks == 1 ? " runs" : " run")
                + " elsewhere");
  }

  private void note(String message) {
    world.sink().on(new ProgressEvent.Noted(message));
  }

  /** Has the tasks of the node replaced, and waits until none is on its way any more. */
  private final class Away implements Surge.Work {
    private final DrainForecast forecast;
    private final NodeAvailability node;
    private WaitResult result = new WaitResult.Succeeded();

    Away(DrainForecast forecast, NodeAvailability node) {
      this.forecast = forecast;
      this.node = node;
    }

    @Override
    public void run() throws InterruptedException {
      node.drain();
      Pace pace = new Pace();
      List<Reason> before = List.of();
      while (true) {
        List<Reason> left = left();
        if (left.isEmpty()) {
          return;
        }
        if (deadline.hasPassed()) {
          result = new WaitResult.TimedOut(left);
          return;
        }
        deadline.sleepAtMost(pace.next(!left.equals(before)));
        before = left;
      }
    }

    private List<Reason> left() {
      TimedReading reading = new TimedReading(world.swarm(), deadline);
      try {
        return new DrainProgress(forecast, DrainNode.look(reading.swarm(), world)).left();
      } catch (EngineException away) {
        return reading.unanswered(away);
      }
    }
  }
}
