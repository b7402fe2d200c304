package quietstories.metrics;

import java.util.random.RandomGenerator;

/**
 * The gamma distribution of scale 1 and a shape of at least 1, drawn as in Marsaglia and Tsang, A
 * simple method for generating gamma variables (2000).
 */
final class Gamma {

  private final double centre;
  private final double scale;

  Gamma(double shape) {
    this.centre = shape - 1 / 3.0;
    this.scale = 1 / Math.sqrt(9 * centre);
  }

  double draw(RandomGenerator random) {
    while (true) {
      double normal = random.nextGaussian();
      double cubeRoot = 1 + scale * normal;
      if (cubeRoot > 0) {
        double cube = cubeRoot * cubeRoot * cubeRoot;
        double bound = normal * normal / 2 + centre * (1 - cube + Math.log(cube));
        if (Math.log(1 - random.nextDouble()) < bound) {
          return centre * cube;
        }
      }
    }
  }
}
