"""Results to text: views build documents, forms turn documents into strings; nothing here prints or ranks."""
