"""What is made for writers from the declarations: guide, schemas, templates, examples."""
