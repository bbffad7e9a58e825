package dev.swarmha.lab;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One test's use of a lab; at its end it keeps or discards what the test leaves behind. */
final class UseOfLab implements AutoCloseable {

  private final ExtensionContext context;
  private final RaisedLab lab;
  private final Artefacts artefacts;
  private final LabSwarm swarm;

  private UseOfLab(ExtensionContext context, RaisedLab lab, Artefacts artefacts) {
    this.context = requireNonNull(context, "context");
    this.lab = requireNonNull(lab, "lab");
    this.artefacts = requireNonNull(artefacts, "artefacts");
    this.swarm = new LabSwarm(lab, artefacts);
  }

  static UseOfLab begin(LabRun run, ExtensionContext context) {
    Lab wanted = context.getRequiredTestClass().getAnnotation(Lab.class);
    if (wanted == null) {
      throw new IllegalStateException("put @Lab on " + context.getRequiredTestClass());
    }
    Artefacts artefacts = new Artefacts(run.project().artefacts().resolve(name(context)));
    return new UseOfLab(context, run.lab(Shape.of(wanted)), artefacts);
  }

  /** {@code MainJobTest/deploysTheStack}, with a number where a method is run several times. */
  private static Path name(ExtensionContext context) {
    String id = context.getUniqueId();
    String number = id.replaceFirst(".*invocation:#(\\d+)]$", "-$1");
    return Path.of(
        context.getRequiredTestClass().getSimpleName(),
        context.getRequiredTestMethod().getName() + (number.equals(id) ? "" : number));
  }

  LabSwarm swarm() {
    return swarm;
  }

  /** What the test before has done may be beyond repair, as a lost quorum is. */
  void clean() {
    try {
      CleanSlate.restore(lab);
    } catch (AssertionError beyondRepair) {
      lab.raiseAnew();
      CleanSlate.restore(lab);
    }
  }

  @Override
  public void close() {
    swarm.close();
    artefacts.endCommands();
    if (context.getExecutionException().isPresent()) {
      artefacts.collect(lab);
    } else {
      artefacts.discard();
    }
  }
}
