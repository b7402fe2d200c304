package quietstories.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import quietstories.model.EmbeddingModel;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;

/** Vectors that say which of a few ideas a text is about. It can be made to fail. */
final class WordVectors implements EmbeddingModel {

  private static final List<List<String>> IDEAS =
      List.of(
          List.of("ship", "vessel", "boat", "sails"),
          List.of("lamp", "light", "beacon", "shine"),
          List.of("fear", "afraid", "dread", "terror"));

  final AtomicInteger texts = new AtomicInteger();
  volatile boolean broken;

  /** How long the vectors are, at least 4. */
  volatile int dimensions = 4;

  private final String name;

  WordVectors(String name) {
    this.name = name;
  }

  @Override
  public String provider() {
    return "local";
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<float[]> embed(List<String> said) {
    if (broken) {
      throw new ModelException(ModelFault.UNAVAILABLE, "Nobody is there.", true);
    }
    texts.addAndGet(said.size());
    List<float[]> vectors = new ArrayList<>();
    for (String text : said) {
      float[] vector = new float[dimensions];
      vector[3] = 0.1f;
      for (int i = 0; i < IDEAS.size(); i++) {
        String folded = text.toLowerCase(Locale.ROOT);
        vector[i] = IDEAS.get(i).stream().filter(folded::contains).count();
      }
      vectors.add(unit(vector));
    }
    return vectors;
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float number : vector) {
      square += number * number;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / Math.sqrt(square));
    }
    return vector;
  }
}
