package dev.swarmha.deploy.export;

import dev.swarmha.deploy.convert.SpecConverter;
import dev.swarmha.deploy.diff.Differences;
import dev.swarmha.deploy.diff.FieldDiff;
import dev.swarmha.deploy.diff.ObjectDiff;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.image.ImagePinning;
import dev.swarmha.deploy.image.ResolveImage;
import dev.swarmha.deploy.plan.ComparisonRules;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.deploy.revision.Asked;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Scalar;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.stack.model.StackLoader;
import dev.swarmha.stack.render.YamlWriter;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.source.StackSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an exported file as a deploy would, and tells what a deploy would still change: what the
 * file cannot say, and what registries would say otherwise today.
 */
final class Rereading {

  private static final ImageRegistry NOBODY = (image, auth) -> Optional.empty();
  private static final DocumentPath IMAGE = DocumentPath.of("image");

  /** A step that a deploy would make, and what it would change. */
  private record Change(Step step, ObjectDiff diff) {

    /** What a field becomes; other words of the file may say it, where it has none of its own. */
    Optional<Document> after(FieldDiff field) {
      return field
          .after()
          .or(
              () ->
                  step.spec()
                      .flatMap(spec -> spec.at(field.path()))
                      .filter(value -> value instanceof Scalar));
    }
  }

  private final SwarmEngine engine;
  private final ImageRegistry registry;
  private final Timeline timeline;

  Rereading(SwarmEngine engine, ImageRegistry registry, Timeline timeline) {
    this.engine = engine;
    this.registry = registry;
    this.timeline = timeline;
  }

  List<String> warnings(String stack, Mapping file) {
    StackSource source = new StackSource("export", YamlWriter.writeStackFile(file));
    Loaded<DesiredStack> loaded =
        new StackLoader(Environment.empty())
            .load(DialectChoice.STACK, StackSources.of(Path.of("/"), source))
            .then(model -> new SpecConverter().convert(stack, model));
    List<String> warnings = new ArrayList<>();
    loaded.diagnostics().stream().map(Diagnostic::toString).forEach(warnings::add);
    loaded.value().ifPresent(desired -> warnings.addAll(planned(desired)));
    return warnings;
  }

  private List<String> planned(DesiredStack loaded) {
    ExternalNames externals =
        new ExternalNames(
            loaded.externalNames(ResourceKind.SECRET), loaded.externalNames(ResourceKind.CONFIG));
    Snapshot snapshot = Snapshot.ofStack(engine, timeline, loaded.name(), externals);
    try {
      List<Change> ofFile = changes(loaded, snapshot, NOBODY, ResolveImage.CHANGED);
      List<Change> all = changes(loaded, snapshot, registry, ResolveImage.ALWAYS);
      List<String> warnings = new ArrayList<>(NetworkWords.lost(loaded, snapshot));
      ofFile.forEach(change -> warnings.addAll(told(change)));
      all.forEach(change -> ofRegistry(change.diff(), ofFile).ifPresent(warnings::add));
      return warnings;
    } catch (DeployRefusedException refused) {
      return refused.problems();
    }
  }

  private static List<Change> changes(
      DesiredStack loaded, Snapshot snapshot, ImageRegistry asked, ResolveImage when) {
    DesiredStack desired = new ImagePinning(asked, ProgressSink.NONE).pin(loaded, snapshot, when);
    ComparisonRules rules = new ComparisonRules(Reconciler.networkNames(snapshot));
    Differences differences = new Differences(rules, Asked.UNKNOWN);
    return Reconciler.reconcile(desired, snapshot).steps().stream()
        .map(step -> new Change(step, differences.of(step)))
        .toList();
  }

  private static List<String> told(Change change) {
    ObjectDiff object = change.diff();
    if (object.verb() == Step.Verb.CREATE) {
      return List.of("a deploy of the file would create " + object.object());
    }
    return object.fields().stream().map(field -> told(change, field)).toList();
  }

  private static String told(Change change, FieldDiff field) {
    return change.diff().object()
        + ": the file cannot say "
        + field.path()
        + " as it is, so a deploy would change it from "
        + shown(field.before())
        + " to "
        + shown(change.after(field));
  }

  /** What only asking the registry would change. */
  private static Optional<String> ofRegistry(ObjectDiff object, List<Change> ofFile) {
    List<FieldDiff> known =
        ofFile.stream()
            .map(Change::diff)
            .filter(each -> each.object().equals(object.object()))
            .flatMap(each -> each.fields().stream())
            .toList();
    List<FieldDiff> more =
        object.fields().stream().filter(field -> !known.contains(field)).toList();
    if (more.isEmpty() || object.verb() != Step.Verb.UPDATE) {
      return Optional.empty();
    }
    String change =
        more.stream()
            .filter(field -> field.path().equals(IMAGE))
            .findFirst()
            .map(field -> "pin its image as " + shown(field.after()))
            .orElse("note the platforms of its image");
    return Optional.of(
        object.object()
            + ": a deploy that asks the registry would "
            + change
            + "; with --resolve-image never it leaves that alone");
  }

  private static String shown(Optional<Document> value) {
    return value.map(Document::toString).orElse("nothing");
  }
}
