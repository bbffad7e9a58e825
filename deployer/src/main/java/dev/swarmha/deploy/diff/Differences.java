package dev.swarmha.deploy.diff;

import dev.swarmha.deploy.plan.ComparisonRules;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.deploy.revision.Asked;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The steps of a plan as differences that people read. Each is looked at from three sides: what the
 * swarm has, what the file wants, and what the last revision asked for.
 */
public final class Differences {

  private final ComparisonRules rules;
  private final Asked asked;

  public Differences(ComparisonRules rules, Asked asked) {
    this.rules = rules;
    this.asked = asked;
  }

  public ObjectDiff of(Step step) {
    return switch (step.verb()) {
      case CREATE -> created(step);
      case UPDATE -> updated(step);
      case REMOVE -> removed(step);
    };
  }

  private ObjectDiff created(Step step) {
    Fields after = fields(step.target().kind(), step.spec().orElseThrow());
    boolean taken = asked.isKnown() && noneOf(step.target(), Optional::isEmpty);
    List<FieldDiff> fields =
        Fields.none().differing(after).stream()
            .map(path -> new FieldDiff(path, Optional.empty(), after.at(path), false))
            .toList();
    return diff(step, taken, fields);
  }

  private ObjectDiff removed(Step step) {
    boolean added = asked.isKnown() && noneOf(step.target(), Optional::isPresent);
    return diff(step, added, List.of());
  }

  private boolean noneOf(ResourceRef object, Predicate<Optional<Mapping>> condition) {
    return asked.of(object).stream().noneMatch(condition);
  }

  private ObjectDiff updated(Step step) {
    Resource observed = step.observed().orElseThrow();
    Fields before = fields(observed.kind(), observed.spec());
    Fields after = fields(observed.kind(), step.spec().orElseThrow());
    List<FieldDiff> fields =
        before.differing(after).stream()
            .map(
                path ->
                    new FieldDiff(
                        path,
                        before.at(path),
                        after.at(path),
                        isDrift(step.target(), path, before)))
            .toList();
    // What differs in a way that no field shows, such as an order, is told as the plan has it.
    List<FieldDiff> told =
        fields.isEmpty()
            ? step.changes().stream()
                .map(each -> new FieldDiff(each.path(), each.before(), each.after(), false))
                .toList()
            : fields;
    return diff(step, told.stream().anyMatch(FieldDiff::drift), told);
  }

  private boolean isDrift(ResourceRef object, DocumentPath path, Fields live) {
    Optional<Document> found = live.at(path);
    return asked.isKnown()
        && askedFields(object).stream().noneMatch(wanted -> wanted.at(path).equals(found));
  }

  private List<Fields> askedFields(ResourceRef object) {
    return asked.of(object).stream()
        .map(spec -> spec.map(each -> fields(object.kind(), each)).orElse(Fields.none()))
        .toList();
  }

  /** The fields of live objects that no revision asked for, whatever a file says. */
  List<FieldDiff> drift(Resource live) {
    ResourceRef object = ResourceRef.of(live);
    Fields found = fields(live.kind(), live.spec());
    Fields wanted = askedFields(object).stream().findFirst().orElse(Fields.none());
    return wanted.differing(found).stream()
        .filter(path -> isDrift(object, path, found))
        .map(path -> new FieldDiff(path, wanted.at(path), found.at(path), true))
        .toList();
  }

  private Fields fields(ResourceKind kind, Mapping spec) {
    return Fields.of(kind, kind == ResourceKind.SERVICE ? rules.smallest(spec) : spec);
  }

  private static ObjectDiff diff(Step step, boolean drift, List<FieldDiff> fields) {
    return new ObjectDiff(step.verb(), step.target(), step.cause(), drift, fields);
  }
}
