//! Listener, headers, form decoding and the state field.
