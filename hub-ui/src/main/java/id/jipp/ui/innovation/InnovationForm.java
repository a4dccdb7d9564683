package id.jipp.ui.innovation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.ScrollIntoViewOption;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import id.jipp.core.area.Area;
import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.innovation.CostClass;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.Phase;
import id.jipp.core.outcome.Problem;
import id.jipp.ui.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fields of an innovation to fill in, in the order one tells about it; problems stand beside their fields. A text is
 * told when its field is left, and {@code form.js} sees to it that it also is after each pause and before the page goes.
 */
final class InnovationForm extends Div {
    static final InnovationFields EMPTY = new InnovationFields(
            "", "", "", "", "", null, "", "", "", "", "", "", "", null, "", List.of(), null, null, "", Map.of());

    /** What is wrong, once it stands beside the fields. */
    record Marks(String inOneLine, List<Problem> rest) {}

    private final Texts texts;
    private final Areas areas;
    private final Consumer<String> typed;
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final TextField title = line("title");
    private final TextField localName = hinted("localName");
    private final TextField agency = line("agency");
    private final ComboBox<Area> area = new ComboBox<>();
    private final IntegerField year = new IntegerField();
    private final TextField award = hinted("award");
    private final TextField category = hinted("category");
    private final TextArea summary = block("summary");
    private final TextArea problem = block("problem");
    private final TextArea solution = block("solution");
    private final TextArea result = block("result");
    private final TextField beneficiaries = line("beneficiaries");
    private final RadioButtonGroup<CostClass> costClass = new RadioButtonGroup<>();
    private final TextField legalBasis = hinted("legalBasis");
    private final MultiSelectComboBox<Integer> sdg = new MultiSelectComboBox<>();
    private final RadioButtonGroup<Boolean> digital = new RadioButtonGroup<>();
    private final RadioButtonGroup<Phase> phase = new RadioButtonGroup<>();
    private final TextField sourceUrl = line("sourceUrl");
    private Map<String, String> notes = Map.of();
    private String typedArea = "";
    private boolean filling;

    /** @param typed told the name of a field whenever somebody changed it */
    InnovationForm(Texts texts, Areas areas, Consumer<String> typed) {
        this.texts = texts;
        this.areas = areas;
        this.typed = typed;
        addClassName("form");
        title.setRequiredIndicatorVisible(true);
        agency.setRequiredIndicatorVisible(true);
        area();
        choice(costClass, "costClass", CostClass.values(), cost -> getTranslation("words.cost." + cost.code()));
        choice(phase, "phase", Phase.values(), one -> getTranslation("words.phase." + one.code()));
        phase.setHelperText(getTranslation("innovation.help.phase"));
        choice(digital, "digital", new Boolean[] {true, false}, yes -> getTranslation(yes ? "words.yes" : "words.no"));
        named("sdg", sdg);
        sdg.setLabel(label("sdg"));
        sdg.setItems(IntStream.rangeClosed(1, 17).boxed().toList());
        sdg.setItemLabelGenerator(goal -> getTranslation("words.sdg." + goal));
        named("year", year);
        year.setLabel(label("year"));
        add(
                group("innovation.form.what", title, localName, summary),
                group("innovation.form.who", agency, area, year, phase),
                group("innovation.form.story", problem, solution, result, beneficiaries),
                group("innovation.form.copy", costClass, digital, legalBasis, sdg, category, award, sourceUrl));
        fields.forEach(this::listen);
    }

    InnovationFields read() {
        Area chosen = area.getValue();
        return new InnovationFields(
                title.getValue().strip(),
                localName.getValue().strip(),
                agency.getValue().strip(),
                chosen == null ? "" : chosen.code().value(),
                chosen == null ? typedArea : chosen.name(),
                year.getValue(),
                award.getValue().strip(),
                category.getValue().strip(),
                summary.getValue().strip(),
                problem.getValue().strip(),
                solution.getValue().strip(),
                result.getValue().strip(),
                beneficiaries.getValue().strip(),
                costClass.getValue(),
                legalBasis.getValue().strip(),
                List.copyOf(new TreeSet<>(sdg.getValue())),
                digital.getValue(),
                phase.getValue(),
                sourceUrl.getValue().strip(),
                notes);
    }

    void fill(InnovationFields from) {
        filling = true;
        title.setValue(from.title());
        localName.setValue(from.localName());
        agency.setValue(from.agency());
        typedArea = from.areaName();
        area.setValue(areaOf(from).orElse(null));
        year.setValue(from.year());
        award.setValue(from.award());
        category.setValue(from.category());
        summary.setValue(from.summary());
        problem.setValue(from.problem());
        solution.setValue(from.solution());
        result.setValue(from.result());
        beneficiaries.setValue(from.beneficiaries());
        costClass.setValue(from.costClass());
        legalBasis.setValue(from.legalBasis());
        sdg.setValue(Set.copyOf(from.sdg()));
        digital.setValue(from.digital());
        phase.setValue(from.phase());
        sourceUrl.setValue(from.sourceUrl());
        notes = from.notes();
        filling = false;
    }

    void startIn(AreaCode code) {
        filling = true;
        areas.find(code).ifPresent(area::setValue);
        filling = false;
    }

    /**
     * Puts each problem beside its field, and says the first of the form in a line.
     *
     * @param goThere whether to go to the first one
     */
    Marks mark(List<Problem> problems, boolean goThere) {
        clearMarks();
        Map<String, Problem> wrong = new LinkedHashMap<>();
        List<Problem> rest = new ArrayList<>();
        for (Problem problem : problems) {
            String name = problem.field().equals("areaName") ? "areaCode" : problem.field();
            if (fields.get(name) instanceof HasValidation field) {
                field.setInvalid(true);
                field.setErrorMessage(texts.say(problem, getLocale()));
                wrong.putIfAbsent(name, problem);
            } else {
                rest.add(problem);
            }
        }
        String first =
                fields.keySet().stream().filter(wrong::containsKey).findFirst().orElse("");
        if (first.isEmpty()) {
            return new Marks("", rest);
        }
        if (goThere) {
            goTo(Objects.requireNonNull(fields.get(first)));
        }
        String sentence = sentence(first, Objects.requireNonNull(wrong.get(first)));
        return new Marks(
                wrong.size() == 1 ? sentence : getTranslation("innovation.wrong.more", sentence, wrong.size() - 1),
                rest);
    }

    private String sentence(String name, Problem problem) {
        String label = label(name.equals("areaCode") ? "area" : name);
        return problem.reason().equals("required")
                ? getTranslation("innovation.wrong.required", label)
                : getTranslation("innovation.wrong", label, texts.say(problem, getLocale()));
    }

    /** In the middle of the window, where neither bar can cover it. */
    private static void goTo(Component field) {
        field.scrollIntoView(ScrollIntoViewOption.Block.CENTER);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    void clearMarks() {
        fields.values().forEach(field -> {
            if (field instanceof HasValidation validated) {
                validated.setInvalid(false);
            }
        });
    }

    private Optional<Area> areaOf(InnovationFields from) {
        try {
            return from.areaCode().isBlank() ? areas.named(from.areaName()) : areas.find(new AreaCode(from.areaCode()));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    private void area() {
        named("areaCode", area);
        area.setLabel(label("area"));
        area.setItems(Stream.concat(
                        Stream.of(new Area(AreaCode.NATIONAL, getTranslation("innovation.form.national"))),
                        areas.provinces().stream()
                                .flatMap(province ->
                                        Stream.concat(Stream.of(province), areas.within(province.code()).stream())))
                .toList());
        area.setItemLabelGenerator(this::called);
        area.setAllowCustomValue(true);
        area.addCustomValueSetListener(typed -> take(typed.getDetail().strip()));
    }

    /** An area written and not picked: the one that is meant, or else kept as written until somebody picks. */
    private void take(String written) {
        Optional<Area> meant = areas.named(written).or(() -> onlyOneWith(written));
        filling = true;
        area.clear();
        filling = false;
        meant.ifPresent(area::setValue);
        if (meant.isEmpty()) {
            typedArea = written;
            mark(List.of(Problem.of("areaName", "unknown-area", written)), false);
            typed.accept("areaCode");
        }
    }

    private Optional<Area> onlyOneWith(String written) {
        String asked = written.toLowerCase(Texts.INDONESIAN);
        List<Area> found = area.getListDataView()
                .getItems()
                .filter(one -> called(one).toLowerCase(Texts.INDONESIAN).contains(asked))
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private String called(Area one) {
        return one.code().value().length() == 2
                ? one.name()
                : getTranslation(
                        "words.place", one.name(), areas.nameOf(one.code().province()));
    }

    private <T> void choice(RadioButtonGroup<T> group, String name, T[] items, ItemLabelGenerator<T> words) {
        named(name, group);
        group.setLabel(label(name));
        group.setItems(items);
        group.setItemLabelGenerator(words);
    }

    private TextField line(String name) {
        TextField field = new TextField(label(name));
        named(name, field);
        return field;
    }

    private TextField hinted(String name) {
        TextField field = line(name);
        field.setHelperText(getTranslation("innovation.help." + name));
        return field;
    }

    private TextArea block(String name) {
        TextArea field = new TextArea(label(name));
        field.setHelperText(getTranslation("innovation.help." + name));
        field.setMinRows(2);
        named(name, field);
        return field;
    }

    private void named(String name, Component field) {
        field.getElement().setAttribute("data-field", name);
        if (field instanceof HasValidation validated) {
            validated.setManualValidation(true);
        }
    }

    private void listen(String name, Component field) {
        if (field instanceof HasValue<?, ?> value) {
            value.addValueChangeListener(change -> {
                if (!filling) {
                    if (field == area) {
                        typedArea = "";
                    }
                    if (field instanceof HasValidation validated) {
                        validated.setInvalid(false);
                    }
                    typed.accept(name);
                }
            });
        }
    }

    private Section group(String key, Component... of) {
        for (Component field : of) {
            fields.put(field.getElement().getAttribute("data-field"), field);
        }
        H2 heading = new H2(getTranslation(key));
        Paragraph why = new Paragraph(getTranslation(key + ".why"));
        why.addClassNames("quiet", "small");
        Div words = new Div(heading, why);
        Div inputs = new Div(of);
        inputs.addClassName("inputs");
        Section section = new Section(words, inputs);
        section.addClassName("group");
        return section;
    }

    private String label(String name) {
        return getTranslation("innovation.field." + name);
    }
}
