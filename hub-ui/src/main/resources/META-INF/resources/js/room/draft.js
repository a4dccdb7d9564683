// A text begun and not sent, on this device: one for each topic of a place.

const key = (place, topic) => `jipp-draft/${place}/${topic}`;

export const draftOf = (place, topic) => {
  try {
    return localStorage.getItem(key(place, topic)) ?? '';
  } catch {
    return ''; // a browser that keeps nothing: the text is only on the screen
  }
};

export const keepDraft = (place, topic, text) => {
  try {
    text === '' ? localStorage.removeItem(key(place, topic)) : localStorage.setItem(key(place, topic), text);
  } catch {
    // as above
  }
};
