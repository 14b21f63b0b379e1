// placeholder until the door is there
