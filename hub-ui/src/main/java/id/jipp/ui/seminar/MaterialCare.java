package id.jipp.ui.seminar;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.RouteParameters;
import id.jipp.core.material.Material;
import id.jipp.core.material.Materials;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import id.jipp.ui.component.AskedFirst;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.Said;
import id.jipp.ui.text.Texts;

/** What its coordinator may do with a material: say anew what it is and who may have it, and take it away. */
final class MaterialCare extends Div {
    private final Materials materials;
    private final Person person;
    private final MaterialForm form;
    private final Div said = new Div();
    private Material now;

    MaterialCare(Materials materials, Texts texts, Material material, Person person) {
        this.materials = materials;
        this.person = person;
        this.now = material;
        this.form = new MaterialForm(texts).fill(material.fields());
        Button save = new Button(getTranslation("material.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Button withdraw = new Button(getTranslation("material.withdraw"));
        withdraw.addClassName("btn");
        Button yes = new Button(getTranslation("material.withdraw.yes"), click -> withdraw());
        Div row = new Div(save, withdraw);
        row.addClassName("row");
        said.getElement().setAttribute("role", "status");
        Card card = Card.padded(
                new H2(getTranslation("material.care")),
                form,
                said,
                row,
                new AskedFirst(withdraw, getTranslation("material.withdraw.consequence"), yes));
        card.addClassNames("stack", "material-care");
        add(card);
    }

    private void save() {
        said.removeAll();
        switch (materials.change(now.id(), form.read(), now.revision(), person)) {
            case Outcome.Done<Material> done -> {
                now = done.value();
                form.clear();
                form.fill(now.fields());
                said.add(Said.well(
                        getTranslation("material.saved." + now.fields().share().code())));
            }
            case Outcome.Refused<Material> refused -> form.mark(refused.problems());
        }
    }

    private void withdraw() {
        switch (materials.withdraw(now.id(), person)) {
            case Outcome.Done<Boolean> done ->
                UI.getCurrentOrThrow()
                        .navigate(
                                SeminarView.class,
                                new RouteParameters("id", now.id().seminar().toString()))
                        .ifPresent(page -> page.say(getTranslation(
                                "material.withdrawn", now.fields().title())));
            case Outcome.Refused<Boolean> refused -> form.mark(refused.problems());
        }
    }
}
