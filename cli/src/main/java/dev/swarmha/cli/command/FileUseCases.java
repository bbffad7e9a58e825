package dev.swarmha.cli.command;

import dev.swarmha.cli.error.DiagnosticText;
import dev.swarmha.cli.error.WrongFileException;
import dev.swarmha.deploy.ExplainStack;
import dev.swarmha.deploy.LoadStack;
import dev.swarmha.deploy.LoadStack.StackFiles;
import dev.swarmha.deploy.cluster.declared.LoadCluster;
import dev.swarmha.deploy.cluster.declared.LoadCluster.LoadedCluster;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.saved.SavedPlan;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.model.Stack;

/**
 * What is read from files, without a call to an Engine. Warnings become notes, and of what is wrong
 * everything is told.
 */
final class FileUseCases {

  private final Surroundings surroundings;
  private final ProgressSink sink;

  FileUseCases(LazyWorld world) {
    this.surroundings = world.surroundings();
    this.sink = world.sink();
  }

  /**
   * A stack as its files want it.
   *
   * @throws WrongFileException when something is wrong with the files
   */
  DesiredStack desired(String stack, StackFiles files) {
    return valueOf(loadStack().run(stack, files));
  }

  /**
   * A stack as its files describe it.
   *
   * @throws WrongFileException when something is wrong with the files
   */
  Stack stack(StackFiles files) {
    return valueOf(loadStack().model(files));
  }

  /**
   * How stack files are read, those included that are wrong.
   *
   * @throws WrongFileException when they cannot be opened
   */
  ExplainStack.Explanation explanation(StackFiles files) {
    return valueOf(new ExplainStack(loadStack()).run(files));
  }

  /**
   * A plan that was saved before.
   *
   * @throws WrongFileException when the file holds none
   */
  SavedPlan plan(String file) {
    return PlanFile.read(file, surroundings.path(file));
  }

  /**
   * A cluster as its file declares it.
   *
   * @throws WrongFileException when something is wrong with the file
   */
  LoadedCluster cluster(String file) {
    return valueOf(
        new LoadCluster(surroundings.environment(), surroundings.directory(), surroundings.input())
            .run(file));
  }

  private LoadStack loadStack() {
    return new LoadStack(
        surroundings.environment(), surroundings.directory(), surroundings.input());
  }

  private <T> T valueOf(Loaded<T> loaded) {
    T value = loaded.value().orElseThrow(() -> new WrongFileException(loaded.diagnostics()));
    DiagnosticText.lines(loaded.warnings())
        .forEach(warning -> sink.on(new ProgressEvent.Noted(warning)));
    return value;
  }
}
