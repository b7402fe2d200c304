package quietstories.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DescriptionTest {

  @Test
  void aPlaceEndsWhereTheNextThingBegins() {
    Description read =
        Description.read(
            "In the space station Halcyon the air recycler fails, and engineer Ines Okafor must find"
                + " out who sabotaged it before the oxygen runs out.");
    assertThat(read.place()).contains("the space station Halcyon");
    assertThat(read.hero()).contains("Ines Okafor");
    assertThat(read.role()).contains("the engineer");
    assertThat(read.goal()).contains("find out who sabotaged the air recycler");
    assertThat(read.danger().orElse("")).doesNotContain("runs");
  }

  @Test
  void aNamedPlaceIsNoHero() {
    Description read =
        Description.read(
            "In a lighthouse called Gull Point the lamp is out, and Mira must relight it before the"
                + " storm comes.");
    assertThat(read.place()).contains("Gull Point");
    assertThat(read.hero()).contains("Mira");
    assertThat(read.goal()).contains("relight the lamp");
  }

  @Test
  void aPlaceWithAnAdjectiveIsNoHeroAndAPersonIsNoPlace() {
    Description read =
        Description.read(
            "A young smuggler in a flooded Venice wants to steal back her father's glass lion from"
                + " the Doge before the tide rises.");
    assertThat(read.hero()).isEmpty();
    assertThat(read.role()).contains("a young smuggler");
    assertThat(read.place()).contains("the flooded Venice");
    assertThat(read.goal()).contains("steal back your father's glass lion from the Doge");
    assertThat(read.danger()).contains("the tide");
  }

  @Test
  void aRoleEndsWhereItsPlaceOrItsDeedBegins() {
    Description mars =
        Description.read("You are the last gardener on Mars and have to save the seeds.");
    assertThat(mars.hero()).isEmpty();
    assertThat(mars.role()).contains("the last gardener");
    assertThat(mars.place()).contains("Mars");
    Description door =
        Description.read("A lighthouse keeper finds a door in the rock that was not there.");
    assertThat(door.role()).contains("a lighthouse keeper");
    assertThat(door.place()).contains("the rock");
    Description captain =
        Description.read("Captain Rosa Vega must bring her crew home, chased by a ghost ship.");
    assertThat(captain.hero()).contains("Captain Rosa Vega");
    assertThat(captain.place()).isEmpty();
  }

  @Test
  void whatIsNotSaidIsLeftToTheGenre() {
    Description read = Description.read("dragons");
    assertThat(read.hero()).isEmpty();
    assertThat(read.place()).isEmpty();
    assertThat(read.goal()).isEmpty();
  }

  @Test
  void nobodyInTheCastSharesTheHerosName() {
    for (long seed = 1; seed <= 20; seed++) {
      var spec =
          new BuiltinAuthor()
              .write("On a space station engineer Ines Okafor must repair the reactor.", seed);
      assertThat(
              spec.entities().stream()
                  .map(quietstories.story.Entity::name)
                  .filter(name -> name.contains("Okafor")))
          .hasSize(1);
    }
  }
}
