package dev.swarmha.lab.parity;

import java.util.List;

/** A program that deploys the files of a case to a recording Engine. */
interface Deployer {

  /** The name under which every stack is deployed. */
  String STACK = "st";

  Ended deploy(ParityCase parityCase, List<String> files, RecordingEngine engine);
}
