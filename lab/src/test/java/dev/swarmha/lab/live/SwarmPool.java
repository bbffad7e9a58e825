package dev.swarmha.lab.live;

import dev.swarmha.lab.InstalledDocker;
import dev.swarmha.lab.LabSwarm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** Several Engines that share the work; each piece gets an empty swarm of one of them. */
public final class SwarmPool {

  /** What is to be done on a swarm of its own. */
  public interface Piece<R> {

    /** Whether tasks shall run, and not only be there. */
    boolean wantsTasks();

    /** Whether it makes no more than objects that can be removed, of which no task runs. */
    boolean leavesOnlyObjects();

    R run(OneNodeSwarm swarm);
  }

  private final LabSwarm lab;
  private final InstalledDocker docker;
  private final BlockingQueue<String> idle;

  /** Those without tasks that can be used again, by node. */
  private final Map<String, OneNodeSwarm> cleared = new ConcurrentHashMap<>();

  /** All Engines of a lab, which are in no swarm, and the docker CLI before them. */
  public SwarmPool(LabSwarm lab, InstalledDocker docker) {
    this.lab = lab;
    this.docker = docker;
    this.idle = new LinkedBlockingQueue<>(lab.nodes());
  }

  /** Does all of the work and returns the results in its order. */
  public <R> List<R> run(List<? extends Piece<R>> work) {
    ExecutorService threads = Executors.newFixedThreadPool(idle.size());
    try {
      List<Future<R>> futures = new ArrayList<>();
      work.forEach(piece -> futures.add(threads.submit(() -> onIdle(piece))));
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException trouble) {
      throw new IllegalStateException("not all of it could be done", trouble.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } finally {
      threads.shutdownNow();
    }
  }

  private <R> R onIdle(Piece<R> piece) throws InterruptedException {
    String node = idle.take();
    try {
      OneNodeSwarm swarm = empty(node, piece.wantsTasks());
      R result = piece.run(swarm);
      if (piece.leavesOnlyObjects()) {
        swarm.clear();
        cleared.put(node, swarm);
      } else {
        swarm.dissolve();
      }
      return result;
    } finally {
      idle.add(node);
    }
  }

  private OneNodeSwarm empty(String node, boolean withTasks) {
    OneNodeSwarm there = cleared.remove(node);
    if (there == null) {
      return OneNodeSwarm.form(lab, docker, node, withTasks);
    }
    if (!withTasks) {
      return there;
    }
    there.dissolve();
    return OneNodeSwarm.form(lab, docker, node, true);
  }
}
