package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.placement.Candidate;
import dev.swarmha.deploy.placement.Chance;
import dev.swarmha.deploy.plan.UpdateOrder;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import java.util.List;

/**
 * Raises a service's {@code ForceUpdate}, as {@code docker service update --force} does: every task
 * is replaced, as many at a time as the service's own update policy says.
 */
final class ForceStrategy implements Strategy {

  private static final DocumentPath FORCE_UPDATE = DocumentPath.of("TaskTemplate", "ForceUpdate");

  @Override
  public Attempt on(Resource service, List<Candidate> nodes, int budget) {
    boolean startFirst = UpdateOrder.startsFirst(service.spec());
    List<Integer> own = Course.own(nodes);
    List<Integer> probable = Course.restarted(nodes, startFirst, Chance.NONE);
    if (!Balance.of(nodes, probable).isBetterThan(Balance.of(nodes, own))) {
      return Attempt.none("balanced already: " + Spread.of(nodes));
    }
    // All services restart at the same time, so that nobody knows what else a node has when.
    List<Candidate> alone = nodes.stream().map(Candidate::alone).toList();
    int tasks = own.stream().mapToInt(Integer::intValue).sum();
    if (tasks > budget) {
      return Attempt.none("it needs more moves than are left of --max-moves: " + Spread.of(nodes));
    }
    return Attempt.of(
        new Move(
            service,
            tasks,
            nodes.stream().map(Candidate::node).toList(),
            own,
            Reach.of(alone, chance -> Course.restarted(alone, startFirst, chance)),
            probable));
  }

  @Override
  public Mapping written(Move move) {
    Mapping spec = move.service().spec();
    return spec.withAt(FORCE_UPDATE, Document.number(counter(spec) + 1));
  }

  private static long counter(Mapping spec) {
    return spec.at(FORCE_UPDATE).flatMap(Document::asLong).orElse(0L);
  }

  @Override
  public String cause(Move move) {
    return "uneven: " + move.words();
  }
}
