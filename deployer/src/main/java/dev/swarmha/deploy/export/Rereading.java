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
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.deploy.revision.Asked;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
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
 * Reads an exported file as a deploy would, and tells what a deploy would still change. The images
 * count as they run: what a registry answers today is no matter of the file.
 */
final class Rereading {

  private final SwarmEngine engine;
  private final Timeline timeline;

  Rereading(SwarmEngine engine, Timeline timeline) {
    this.engine = engine;
    this.timeline = timeline;
  }

  List<String> warnings(String stack, Mapping file) {
    StackSource source = new StackSource("export", YamlWriter.write(file));
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
    DesiredStack desired =
        new ImagePinning((image, auth) -> Optional.empty(), ProgressSink.NONE)
            .pin(loaded, snapshot, ResolveImage.CHANGED);
    try {
      Plan plan = Reconciler.reconcile(desired, snapshot);
      ComparisonRules rules = new ComparisonRules(Reconciler.networkNames(snapshot));
      Differences differences = new Differences(rules, Asked.UNKNOWN);
      return plan.steps().stream().flatMap(step -> told(differences.of(step)).stream()).toList();
    } catch (DeployRefusedException refused) {
      return refused.problems();
    }
  }

  private static List<String> told(ObjectDiff object) {
    if (object.verb() == Step.Verb.CREATE) {
      return List.of("a deploy of the file would create " + object.object());
    }
    return object.fields().stream().map(field -> told(object, field)).toList();
  }

  private static String told(ObjectDiff object, FieldDiff field) {
    return object.object()
        + ": the file cannot say "
        + field.path()
        + " as it is, so a deploy would change it from "
        + shown(field.before())
        + " to "
        + shown(field.after());
  }

  private static String shown(Optional<Document> value) {
    return value.map(Document::toString).orElse("nothing");
  }
}
