package id.jipp.ui.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Chooses a parcel on this device and sends it to the hub's API; the answer is heard as text, as the API gave it. */
@Tag("hub-parcel-intake")
@JsModule("context://js/parcel.js")
final class ParcelIntake extends Component {

    /** Hears the status of the answer, 0 for none, and its body. */
    @FunctionalInterface
    interface Answered {
        void with(int status, String body);
    }

    ParcelIntake(Answered answered) {
        getElement().setAttribute("data-pick", getTranslation("network.parcel.in.pick"));
        getElement().setAttribute("data-sending", getTranslation("network.parcel.in.sending", "{0}", "{1}"));
        getElement().setAttribute("data-taking", getTranslation("network.parcel.in.taking"));
        getElement().setAttribute("data-cancel", getTranslation("words.cancel"));
        getElement()
                .addEventListener(
                        "taken",
                        event -> answered.with(
                                event.getEventData().path("event.detail.status").asInt(0),
                                event.getEventData().path("event.detail.body").asString("")))
                .addEventData("event.detail.status")
                .addEventData("event.detail.body");
    }
}
